import { route } from "@/lib/api/route";
import { closePeriod } from "@/lib/period/close-period";
import { ClosePeriod, PeriodAnswer } from "@/lib/period/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  path: "/periods/{month}/close",
  summary: "Close a month of the books for good",
  doors: ["api_key", "session"],
  input: ClosePeriod,
  output: PeriodAnswer,
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    period: await closePeriod(ctx, { month: params.month ?? "", acknowledge: input.acknowledge }),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
