import { beforeAll, describe, expect, test } from "vitest";
import { listChanges } from "@/lib/call/list-changes";
import { addTokens } from "@/lib/conversion/add-tokens";
import { getCall } from "@/lib/conversion/get-call";
import { lockSide } from "@/lib/conversion/set-side";
import { updateCall } from "@/lib/conversion/update-call";
import { recordCall } from "@/lib/inbound/record-calls";
import { getInboxItem } from "@/lib/inbox/get-inbox-item";
import { listInbox } from "@/lib/inbox/list-inbox";
import { listCalls } from "@/lib/report/list-calls";
import { listEvaluations } from "@/lib/report/list-evaluations";
import { givenCall } from "@/lib/testing/factories/given-call";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";
import { givenApiKey, givenSecureToken } from "@/lib/testing/factories/given-credentials";
import { givenMember } from "@/lib/testing/factories/given-member";
import { givenBuyerSettings, givenOfferSettings } from "@/lib/testing/factories/given-settings";
import type { Context } from "./context";
import { type Area, type Level, may } from "./domain/access";
import { accessOf, type Role } from "./domain/roles";

/** Distinctive amounts: no other value in an answer contains these digits. */
const [SALE, OTHER_SALE, COMMISSION] = ["7654.32", "7000.01", "2345.67"];
const BOUNDS = { minimum: "0.00", maximum: "9999.00" };

let ctx: GivenContext;
let id: number;
let secure: Context;
beforeAll(async () => {
  ({ ctx } = await givenCompany());
  const fields = { all: [{ token: "sale", operator: "in", values: [SALE, OTHER_SALE] }] };
  const sale = { kind: "token", token: "sale", ...BOUNDS };
  const commission = { kind: "token", token: "commission", ...BOUNDS };
  await givenBuyerSettings(ctx, { rules: [{ name: "Sold", condition: fields, amount: sale }] });
  await givenOfferSettings(ctx, {
    rules: [{ name: "Paid", condition: { all: [{ token: "commission", operator: "exists" }] }, amount: commission }],
  });
  secure = (await givenSecureToken(ctx)).ctx;
  ({ id } = await givenCall(ctx, { started_at: ctx.now(), tokens: { zip: "80202" } }));
  await addTokens(ctx, { id }, { tokens: { sale: SALE, commission: COMMISSION, city: "Denver" } });
  await lockSide(ctx, { id }, { side: "buyer", locked: true });
  await updateCall(secure, { id }, { buyer_converted: false, tokens: { sale: SALE, city: "Reno" } });
});

/** Every answer that shows tokens, as one text. */
async function everythingShown(reader: Context): Promise<string> {
  const { items } = await listInbox(reader, {});
  const shown: unknown[] = [
    await getCall(reader, { id }),
    await listCalls(reader, {}),
    await listChanges(reader, { id }),
    await listEvaluations(reader, { id }),
    items,
    await Promise.all(items.map((item) => getInboxItem(reader, item.id))),
    await updateCall(reader, { id }, { buyer_converted: true }).catch((error: Error) => ({ ...error })),
    await addTokens(reader, { id }, { tokens: { zip: "80203" } }).catch((error: Error) => ({ ...error })),
    await updateCall(reader, { id }, { buyer_converted: true, version: 0 }).catch((error: Error) => ({ ...error })),
  ];
  return JSON.stringify(shown, (_, value) => (typeof value === "bigint" ? String(value) : value));
}

describe("a token that a rule uses as an amount is hidden from members who may not read that amount", () => {
  test.each<[Role, Partial<Record<Area, Level>>]>([
    ["owner", {}],
    ["viewer", {}],
    ["operator", {}],
    ["manager", {}],
    ["manager", { "call.revenue": "none" }],
    ["manager", { "call.payout": "none" }],
    ["owner", { "call.details": "none" }],
  ])("%s with %j", async (role, grants) => {
    const access = accessOf(role, grants);
    for (const { ctx: reader } of [await givenMember(ctx, role, grants), await givenApiKey(ctx, role, grants)]) {
      const shown = await everythingShown(reader);
      expect(["Sold", "Paid"].map((rule) => shown.includes(rule))).toEqual([true, true]);
      expect([SALE, OTHER_SALE, COMMISSION].map((amount) => shown.includes(amount))).toEqual([
        may(access, "read", "call.revenue"),
        may(access, "read", "call.revenue"),
        may(access, "read", "call.payout"),
      ]);
      expect(shown.includes("Denver")).toBe(may(access, "read", "call.details"));
    }
  });
});

describe("writing a token that sets a price needs the permission for that amount", () => {
  const tokens = { sale: "1.00" };
  const writes: [string, (writer: Context) => Promise<unknown>][] = [
    ["tokens", (writer) => addTokens(writer, { id }, { tokens })],
    ["an update", (writer) => updateCall(writer, { id }, { buyer_converted: true, tokens })],
    ["a call that is new", (writer) => recordCall(writer, { offer_id: ctx.offer.id, tokens })],
    ["a call that is filled", (writer) => recordCall(writer, { external_id: "filled", tokens })],
  ];

  test.each(writes)("%s", async (_, write) => {
    await givenCall(ctx, { external_id: "filled" });
    const { ctx: operator } = await givenApiKey(ctx, "operator");
    await expect(write(operator)).rejects.toMatchObject({ code: "forbidden", permission: "call.revenue: update" });
    expect((await getCall(ctx, { id })).tokens).toMatchObject({ sale: SALE });
  });

  test("a buyer's system may set its own fields, but no payout", async () => {
    const { id: own } = await givenCall(ctx);
    await addTokens(secure, { id: own }, { tokens });
    const paying = addTokens(secure, { id: own }, { tokens: { commission: "1.00" } });
    await expect(paying).rejects.toMatchObject({ permission: "call.payout: update" });
    expect((await getCall(ctx, { id: own })).tokens).toEqual(tokens);
  });
});
