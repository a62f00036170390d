import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { BillingProfileAnswer, BillingProfileUpdate } from "@/lib/billing-profile/contract";
import { getBillingProfile } from "@/lib/billing-profile/get-billing-profile";
import { saveBillingProfile } from "@/lib/billing-profile/save-billing-profile";
import { DETAILS } from "../_docs/statements";
import type { PartyKind } from "./kinds";

const PROFILE = {
  ...DETAILS,
  cycle: "monthly",
  net_days: 30,
  tax_lines: [{ name: "Sales tax", percent: "8.25" }],
  credit: { kind: "none" },
  hold_days: 0,
  minimum_payment: "0.00",
};
/** The differences between buyers, who are invoiced, and traffic sources, who are paid. */
const OF = {
  buyer: {
    verb: "invoiced",
    first: "no tax",
    send: { legal_name: "Brightside LLC", cycle: "weekly", net_days: 14 },
    profile: PROFILE,
  },
  traffic_source: {
    verb: "paid",
    first: "no hold days",
    send: { cycle: "biweekly", hold_days: 14, minimum_payment: "50.00" },
    profile: { ...PROFILE, tax_lines: [], hold_days: 14, minimum_payment: "50.00" },
  },
} as const;

function answerOf({ type, example }: PartyKind) {
  const { profile } = OF[type];
  const version = {
    version: 1,
    created_at: "2026-10-01T09:00:00.000Z",
    actor: { type: "member", name: "Ana Ruiz" },
    profile,
  };
  return { status: 200, party: example, currency: "USD", version: 1, profile, history: [version] };
}

export function readBillingProfile(kind: PartyKind) {
  const { path, name, one, type, params } = kind;
  return route({
    name: `get${name}BillingProfile`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/billing-profile`,
    params,
    output: BillingProfileAnswer,
    statuses: [200, 404],
    docs: {
      section: "Billing profiles",
      title: `Retrieve how ${one} is ${OF[type].verb}`,
      about: [
        `Returns the billing profile in force and its history. Version 0 is the default that applies until a profile is saved: monthly, net 30 days, ${OF[type].first}. Requires the permission \`billing: read\`.`,
      ],
      example: { answer: answerOf(kind) },
    },
    handle: ({ ctx, params }) => getBillingProfile(ctx, { type, id: params.id }),
  });
}

export function updateBillingProfile(kind: PartyKind) {
  const { path, name, one, type, params } = kind;
  return route({
    name: `save${name}BillingProfile`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/billing-profile`,
    params,
    input: BillingProfileUpdate,
    output: BillingProfileAnswer,
    statuses: [200, 404, 409],
    docs: {
      section: "Billing profiles",
      title: `Update how ${one} is ${OF[type].verb}`,
      about: [
        "Saves a new version, which applies from the next statement. Omitted fields keep their values. Issued statements keep their terms. A new cycle begins on the day after the last statement ends. Requires the permission `billing: update`.",
      ],
      example: { send: { version: 2, profile: OF[type].send }, answer: answerOf(kind) },
    },
    handle: ({ ctx, params, input }) => saveBillingProfile(ctx, { type, id: params.id }, input),
  });
}
