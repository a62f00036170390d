import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { BillingHomeAnswer, BillingQuery } from "@/lib/report/contract";
import { getBillingHome } from "@/lib/report/get-billing-home";

export const GET = route({
  path: "/billing",
  summary: "How the books stand: balances, a month or day against the one before, each day",
  doors: ["api_key", "session"],
  input: BillingQuery,
  output: BillingHomeAnswer,
  handle: async ({ ctx, input }) => ({ status: 200 as const, billing: await getBillingHome(ctx, input) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
