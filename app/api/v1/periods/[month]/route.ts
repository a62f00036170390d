import { z } from "zod";
import { PeriodAnswer } from "@/lib/contracts/periods";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { getPeriod } from "@/lib/services/period/get-period";

export const GET = route({
  path: "/periods/{month}",
  summary: "A month of the books, and what to look at before it is closed",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: PeriodAnswer,
  handle: async ({ ctx, params }) => ({ status: 200 as const, period: await getPeriod(ctx, params.month ?? "") }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
