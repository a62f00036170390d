import { CALL, READS } from "@/app/api/v1/_docs/periods";
import { Month } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { PeriodCallList, PeriodCallsQuery } from "@/lib/period/contract";
import { listPeriodCalls } from "@/lib/period/list-period-calls";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listPeriodCalls",
  policy: KEY_OR_SESSION,
  path: "/periods/{month}/calls",
  params: { month: Month },
  input: PeriodCallsQuery,
  output: PeriodCallList,
  statuses: [200, 404],
  docs: {
    section: "Periods",
    title: "List calls of a month",
    about: [
      "Returns calls that started in the month in the company's time zone, newest first. Filter by a warning or a day. Also requires the permission `calls: read`.",
      READS,
    ],
    example: {
      send: "warning=converted_at_zero&per_page=20",
      answer: { status: 200, calls: [CALL], metadata: { next_cursor: null } },
    },
  },
  handle: async ({ ctx, params, input }) => {
    const { calls, next_cursor } = await listPeriodCalls(ctx, params.month, input);
    return { status: 200 as const, calls, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
