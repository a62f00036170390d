import { BUYER, NEXT, PENDING, SOURCE, SUMS } from "@/app/api/v1/_docs/accounts";
import { READS_MONEY } from "@/app/api/v1/_docs/money";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { BillingHomeAnswer, BillingQuery } from "@/lib/report/contract";
import { getBillingHome } from "@/lib/report/get-billing-home";

export const GET = route({
  name: "getBillingHome",
  policy: KEY_OR_SESSION,
  path: "/billing",
  input: BillingQuery,
  output: BillingHomeAnswer,
  statuses: [200],
  docs: {
    section: "Balances",
    title: "Retrieve a billing overview",
    about: [
      `Returns the balances of all buyers and traffic sources, pending amounts, a month or day compared with the previous one, and daily figures for both. Parties are sorted by \`order\`, largest balance first by default; search by name with \`q\` if there are more. ${READS_MONEY} Amounts you can't read are omitted.`,
      "Balances are those at the end of the requested month or day, or the current ones if it hasn't ended. Pending amounts are always current.",
    ],
    example: {
      send: "month=2026-11&per_page=20",
      answer: {
        status: 200,
        billing: {
          currency: "USD",
          period: { from: "2026-11-01", to: "2026-11-30" },
          previous: { from: "2026-10-01", to: "2026-10-31" },
          as_of: null,
          totals: {
            revenue: { period: "300.00", previous: "280.00" },
            payout: { period: "180.00", previous: "168.00" },
            margin: { period: "120.00", previous: "112.00" },
          },
          days: [{ day: "2026-11-23", revenue: "30.00", payout: "18.00", margin: "12.00" }],
          buyers: {
            ...SUMS,
            pending: PENDING,
            count: 1,
            parties: [{ party: BUYER, ...SUMS, pending: PENDING }],
            more: false,
          },
          traffic_sources: {
            ...SUMS,
            pending: { amount: "0.00", entries: 0 },
            count: 1,
            parties: [{ party: SOURCE, ...SUMS, pending: { amount: "0.00", entries: 0 } }],
            more: false,
          },
          next_rollup_at: NEXT,
        },
      },
    },
  },
  handle: async ({ ctx, input }) => ({ status: 200 as const, billing: await getBillingHome(ctx, input) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
