import { route } from "@/lib/api/route";
import { PeriodList, PeriodQuery } from "@/lib/period/contract";
import { listPeriods } from "@/lib/period/list-periods";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/periods",
  summary: "The months of the books, newest first",
  doors: ["api_key", "session"],
  input: PeriodQuery,
  output: PeriodList,
  handle: async ({ ctx, input }) => {
    const { periods, next_cursor } = await listPeriods(ctx, input);
    return { status: 200 as const, periods, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
