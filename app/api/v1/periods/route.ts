import { PeriodList, PeriodQuery } from "@/lib/contracts/periods";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listPeriods } from "@/lib/services/period/list-periods";

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
