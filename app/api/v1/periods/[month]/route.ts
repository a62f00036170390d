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
    title: "Get a month, with warnings to review before closing",
    about: [
      "What is booked in the month, what closing it would bill first, and what to look at before: calls that converted at 0.00, payouts without revenue or above it, caps that were passed, calls that something waits for in the inbox, and days that are unusual.",
      "A day is unusual when its conversions or revenue are further from the median of the same weekday in that month than five times the median distance of all its days, than half that median, and than ten conversions.",
      "Of a closed month, `frozen` is what it came to when it was closed. The totals beside it are read anew from the books, and are the same for ever.",
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
