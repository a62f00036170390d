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
      title: `List the caps of ${one}, with their use`,
      about: ["It takes the permission `settings: read`; amounts of a cap on revenue take that of the field besides."],
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
      title: `Add a cap to ${one}`,
      about: [
        "A call counts in the hour, day or month in which it started, by the wall clock of the cap's zone. A conversion that is taken back gives its unit back in that window. A cap never refuses or undoes what somebody says: such calls are marked `over_cap`.",
        "It begins with what stands already. It takes the permission `settings: update`.",
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
      title: `Edit a cap of ${one}: a new cap replaces it`,
      about: [
        "What is absent stays as it is. The cap is withdrawn and another takes its place, with a number of its own: what was in force when stays known. It takes the permission `settings: update`.",
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
      about: ["From then on it counts and stops nothing. It takes the permission `settings: update`."],
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
      title: `List the calls that count toward a cap of ${one} now`,
      about: ["It takes the permissions `settings: read` and `calls: read`."],
      example: {
        send: "per_page=20",
        answer: { status: 200, calls: [SAMPLE_CALL], metadata: { next_cursor: null } },
      },
    },
    handle: ({ ctx, params, input }) => listCapCalls(ctx, { side, id: params.id }, params.cap_id, input),
  });
}
