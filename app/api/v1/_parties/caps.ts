import { numberOf } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { CapAnswer, CapCalls, CapCallsQuery, CapList, CapUpdate, CreatedCap, NewCap } from "@/lib/cap/contract";
import { listCapCalls } from "@/lib/cap/list-cap-calls";
import { listCaps } from "@/lib/cap/list-caps";
import { createCap, endCap, replaceCap } from "@/lib/cap/save-cap";
import { SAMPLE_CALL } from "../_docs/calls";
import { CAP } from "../_docs/caps";
import type { PartyKind } from "./kinds";

const CapNumber = numberOf("cap", 4);

export function readCaps({ path, name, capsSection, one, side, params, example }: PartyKind) {
  return route({
    name: `list${name}Caps`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/caps`,
    params,
    output: CapList,
    statuses: [200, 404],
    docs: {
      section: capsSection,
      title: `List the caps of ${one} and their usage`,
      about: [
        "Requires the permission `settings: read`. Amounts of a cap on revenue also require permission to read that amount.",
      ],
      example: {
        answer: {
          status: 200,
          party: { id: example.id, name: example.name },
          currency: "USD",
          caps: [CAP],
          withdrawn: [],
        },
      },
    },
    handle: ({ ctx, params }) => listCaps(ctx, { side, id: params.id }),
  });
}

export function addCap({ path, name, capsSection, one, side, params }: PartyKind) {
  return route({
    name: `create${name}Cap`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/caps`,
    params,
    input: NewCap,
    output: CreatedCap,
    statuses: [201, 404],
    docs: {
      section: capsSection,
      title: `Create a cap for ${one}`,
      about: [
        "A call counts in the hour, day, or month in which it started, in the cap's time zone. Reversing a conversion frees its unit in that window. A cap never rejects or reverses an explicit update; calls over the cap are marked `over_cap`.",
        "The new cap counts existing calls in the current window. Requires the permission `settings: update`.",
      ],
      example: {
        send: { measure: "conversions", span: "day", limit: "50", stops_automatic: true },
        answer: { status: 201, cap: CAP },
      },
    },
    handle: async ({ ctx, params, input }) => ({
      status: 201 as const,
      cap: await createCap(ctx, { side, id: params.id }, input),
    }),
  });
}

export function editCap({ path, name, capsSection, one, side, params }: PartyKind) {
  return route({
    name: `update${name}Cap`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/caps/{cap_id}`,
    params: { ...params, cap_id: CapNumber },
    input: CapUpdate,
    output: CapAnswer,
    statuses: [200, 404, 409],
    docs: {
      section: capsSection,
      title: `Update a cap of ${one}`,
      about: [
        "Withdraws the cap and creates a replacement with a new ID, so that the history stays intact. Omitted fields keep their values. Use the ID in the response from now on. Requires the permission `settings: update`.",
      ],
      example: {
        send: { span: "month", limit: "60" },
        answer: { status: 200, cap: { ...CAP, id: 5, span: "month", limit: "60", remaining: "27" } },
      },
    },
    handle: async ({ ctx, params, input }) => ({
      status: 200 as const,
      cap: await replaceCap(ctx, { side, id: params.id }, params.cap_id, input),
    }),
  });
}

export function withdrawCap({ path, name, capsSection, one, side, params }: PartyKind) {
  return route({
    name: `withdraw${name}Cap`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/caps/{cap_id}`,
    params: { ...params, cap_id: CapNumber },
    output: CapAnswer,
    statuses: [200, 404, 409],
    docs: {
      section: capsSection,
      title: `Withdraw a cap of ${one}`,
      about: [
        "The cap stops counting calls and limiting conversions at once. Requires the permission `settings: update`.",
      ],
      example: { answer: { status: 200, cap: { ...CAP, withdrawn_at: "2026-11-23T10:42:00.000Z" } } },
    },
    handle: async ({ ctx, params }) => ({
      status: 200 as const,
      cap: await endCap(ctx, { side, id: params.id }, params.cap_id),
    }),
  });
}

export function readCapCalls({ path, name, capsSection, one, side, params }: PartyKind) {
  return route({
    name: `list${name}CapCalls`,
    policy: KEY_OR_SESSION,
    path: `${path}/{id}/caps/{cap_id}/calls`,
    params: { ...params, cap_id: CapNumber },
    input: CapCallsQuery,
    output: CapCalls,
    statuses: [200, 404],
    docs: {
      section: capsSection,
      title: `List the calls that count toward a cap of ${one}`,
      about: ["Returns the calls in the current window. Requires the permissions `settings: read` and `calls: read`."],
      example: {
        send: "per_page=20",
        answer: { status: 200, calls: [SAMPLE_CALL], metadata: { next_cursor: null } },
      },
    },
    handle: ({ ctx, params, input }) => listCapCalls(ctx, { side, id: params.id }, params.cap_id, input),
  });
}
