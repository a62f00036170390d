import { SAMPLE_CALL, SAMPLE_NEW_CALL } from "@/app/api/v1/_docs/calls";
import { KEY_OR_SESSION, REPORTING_KEY } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { NewCall, RecordedCall } from "@/lib/call/contract/call";
import { CallList, CallListQuery } from "@/lib/call/contract/call-list";
import { someFields } from "@/lib/call/some-fields";
import { recordCall } from "@/lib/inbound/record-calls";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { exportCallsAsCsv, exportCallsAsLines } from "@/lib/report/export-calls";
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
      "Returns calls, newest first, or in the order of `sort`. Filters combine: a call must fulfil all of them. To get the next page, send `next_cursor` as `cursor` with the same filters, until it is null. New calls don't shift the pages. A page looks through 10,000 calls at most, so with a rare value it may have fewer calls than `per_page`, or none, and still a `next_cursor`; filters by party, caller, time, or inbox lead straight to their calls.",
      "With `Accept: text/csv` or `Accept: application/x-ndjson` you get all calls of the filter as one stream, without `cursor` and `per_page`; `fields` selects the columns. Such an export is an entry of the audit log.",
      "Requires the permission `calls: read`. `q`, `external_id`, `traffic_source_id`, and `tokens` also require `call.details: read`, and filters and orders by a conversion or an amount the permission to read it.",
    ],
    example: {
      send: "q=5550100&per_page=20",
      answer: { status: 200, calls: [SAMPLE_CALL], metadata: { next_cursor: null } },
    },
  },
  handle: async ({ ctx, input }) => {
    const { calls, next_cursor } = await listCalls(ctx, input);
    return {
      status: 200 as const,
      calls: calls.map((call) => someFields(call, input.fields)),
      metadata: { next_cursor },
    };
  },
  alsoAs: {
    media: ["text/csv", "application/x-ndjson"],
    handle: async ({ ctx, input, media }) =>
      media === "text/csv"
        ? { name: "calls.csv", body: await exportCallsAsCsv(ctx, input) }
        : { body: await exportCallsAsLines(ctx, input) },
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
