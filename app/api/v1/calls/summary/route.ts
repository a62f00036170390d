import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { CallSummary, CallSummaryQuery } from "@/lib/call/contract/call-summary";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { summarizeCalls } from "@/lib/report/summarize-calls";

const SUMS = {
  calls: 120,
  connected_seconds: 20_520,
  buyer_converted: 40,
  offer_converted: 36,
  either_converted: 42,
  revenue: "400.00",
  payout: "216.00",
};

export const GET = route({
  name: "summarizeCalls",
  policy: KEY_OR_SESSION,
  path: "/calls/summary",
  input: CallSummaryQuery,
  output: CallSummary,
  statuses: [200],
  docs: {
    section: "Calls",
    title: "Summarize calls",
    about: [
      "Counts calls and sums their seconds, revenue, and payout, under the same filters as the list. With `group_by` you also get each day, hour, offer, buyer, traffic source, or mechanism. By mechanism, a call counts for each mechanism that decided a side of it, and each side's conversion and amount for its own.",
      "A summary looks through 250,000 calls at most. Requires the permission `calls: read`; counts and amounts that you can't read are omitted. Grouping by traffic source also requires `call.details: read`, and by mechanism the permission to read both conversions.",
    ],
    example: {
      send: "started_from=2026-11-23&started_until=2026-11-23&group_by=buyer",
      answer: {
        status: 200,
        currency: "USD",
        totals: SUMS,
        groups: [{ buyer: { id: 7, name: "Brightside Solar" }, ...SUMS }],
      },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 200 as const, ...(await summarizeCalls(ctx, input)) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
