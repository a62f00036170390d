import { route } from "@/lib/api/route";
import { PeriodCallList, PeriodCallsQuery } from "@/lib/period/contract";
import { listPeriodCalls } from "@/lib/period/list-period-calls";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/periods/{month}/calls",
  summary: "The calls behind a warning or a day of a month",
  doors: ["api_key", "session"],
  input: PeriodCallsQuery,
  output: PeriodCallList,
  handle: async ({ ctx, params, input }) => {
    const { calls, next_cursor } = await listPeriodCalls(ctx, params.month ?? "", input);
    return { status: 200 as const, calls, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
