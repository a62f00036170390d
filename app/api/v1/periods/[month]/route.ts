import { CALL, DETAIL, ENDED, READS } from "@/app/api/v1/_docs/periods";
import { Month } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { PeriodAnswer } from "@/lib/period/contract";
import { getPeriod } from "@/lib/period/get-period";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "getPeriod",
  policy: KEY_OR_SESSION,
  path: "/periods/{month}",
  params: { month: Month },
  output: PeriodAnswer,
  statuses: [200, 404],
  docs: {
    section: "Periods",
    title: "Retrieve a month",
    about: [
      "Returns what is booked in the month, how many changes closing it would bill first, and warnings to check before you close it: calls converted at 0.00, payouts without revenue or above it, exceeded caps, calls with open inbox items, and unusual days.",
      "A day is unusual if its conversions or revenue differ from the median of the same weekday in that month by more than all of these: five times the median difference of all days, half of the weekday's median, and ten conversions.",
      "For a closed month, `frozen` holds the totals at the time of closing. The other totals are read from the ledger and always match them.",
      READS,
    ],
    example: {
      answer: {
        status: 200,
        period: {
          ...ENDED,
          ...DETAIL,
          warnings: [{ warning: "converted_at_zero", count: 1, calls: [CALL] }],
          frozen: null,
        },
      },
    },
  },
  handle: async ({ ctx, params }) => ({ status: 200 as const, period: await getPeriod(ctx, params.month) }),
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
