import { SAMPLE_CALL, SAMPLE_NEW_CALL } from "@/app/api/v1/_docs/calls";
import { KEY_OR_SESSION, REPORTING_KEY } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { CallList, CallListQuery, NewCall, RecordedCall } from "@/lib/call/contract/call";
import { recordCall } from "@/lib/inbound/record-calls";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listCalls } from "@/lib/report/list-calls";

export const GET = route({
  name: "listCalls",
  policy: KEY_OR_SESSION,
  path: "/calls",
  input: CallListQuery,
  output: CallList,
  statuses: [200],
  docs: {
    section: "Calls",
    title: "List calls",
    about: [
      "Returns calls, newest first. To get the next page, send `next_cursor` as `cursor`, until it is null. New calls don't shift the pages. Requires the permission `calls: read`, and `call.details: read` to search with `q`, `external_id`, or `traffic_source_id`.",
    ],
    example: {
      send: "q=5550100&per_page=20",
      answer: { status: 200, calls: [SAMPLE_CALL], metadata: { next_cursor: null } },
    },
  },
  handle: async ({ ctx, input }) => {
    const { calls, next_cursor } = await listCalls(ctx, input);
    return { status: 200 as const, calls, metadata: { next_cursor } };
  },
});

export const POST = route({
  name: "recordCall",
  policy: REPORTING_KEY,
  path: "/calls",
  input: NewCall,
  output: RecordedCall,
  statuses: [201, 200],
  docs: {
    section: "Calls",
    title: "Record a call",
    about: [
      "Records a call in progress or a finished call. A new call requires an `offer_id`, and returns 201 with the call's URL in `Location`. To report more about the call later, send the same `external_id` again: empty fields are filled, existing values are kept, and the response is 200. Requires the permission `calls: update`.",
    ],
    example: {
      send: {
        external_id: "CA-7781",
        caller: "+15550100",
        offer_id: 3,
        traffic_source_id: 9,
        buyer_id: 7,
        duration_seconds: 184,
        connected_seconds: 171,
        tokens: { zip: "80202" },
      },
      answer: { status: 201, call: SAMPLE_NEW_CALL },
    },
  },
  handle: async ({ ctx, input }) => {
    const { created, call } = await recordCall(ctx, input);
    return { status: created ? 201 : 200, call };
  },
  location: ({ call }) => `/api/v1/calls/${call.id}`,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
