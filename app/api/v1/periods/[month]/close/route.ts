import { ClosePeriod, PeriodAnswer } from "@/lib/contracts/periods";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { closePeriod } from "@/lib/services/period/close-period";

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
