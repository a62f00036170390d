import { z } from "zod";
import { route } from "@/lib/api/route";
import { PeriodAnswer } from "@/lib/period/contract";
import { getPeriod } from "@/lib/period/get-period";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  path: "/periods/{month}",
  summary: "A month of the books, and what to look at before it is closed",
  doors: ["api_key", "session"],
  input: z.strictObject({}),
  output: PeriodAnswer,
  handle: async ({ ctx, params }) => ({ status: 200 as const, period: await getPeriod(ctx, params.month ?? "") }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
