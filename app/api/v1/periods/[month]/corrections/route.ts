import { SAMPLE_CALL } from "@/app/api/v1/_docs/calls";
import { READS } from "@/app/api/v1/_docs/periods";
import { Month } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { CorrectionList, CorrectionQuery } from "@/lib/period/contract";
import { listCorrections } from "@/lib/period/list-corrections";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listCorrections",
  policy: KEY_OR_SESSION,
  path: "/periods/{month}/corrections",
  params: { month: Month },
  input: CorrectionQuery,
  output: CorrectionList,
  statuses: [200, 404],
  docs: {
    section: "Periods",
    title: "List corrections of a closed month",
    about: [
      "Returns entries for days of this month that were posted after it was closed, and are therefore booked in a later month. Each names the entry it offsets, if any.",
      READS,
    ],
    example: {
      answer: {
        status: 200,
        corrections: [
          {
            id: "call-1042-2-credit",
            kind: "credit",
            amount: "10.00",
            party: { type: "buyer", ...SAMPLE_CALL.buyer },
            call_id: SAMPLE_CALL.id,
            service_date: "2026-10-23",
            period: "2026-11",
            rollup_id: 19,
            posted_at: "2026-11-09T08:00:00.000Z",
            mechanism: "manual",
            reason: "Returned.",
            corrects: { id: "call-1042-1-charge", period: "2026-10" },
          },
        ],
        metadata: { next_cursor: null },
      },
    },
  },
  handle: async ({ ctx, params, input }) => {
    const { corrections, next_cursor } = await listCorrections(ctx, params.month, input);
    return { status: 200 as const, corrections, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
