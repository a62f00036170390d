import { CLOSED, DETAIL, KINDS, SUMS } from "@/app/api/v1/_docs/periods";
import { Month } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { closePeriod } from "@/lib/period/close-period";
import { ClosePeriod, PeriodAnswer } from "@/lib/period/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const POST = route({
  name: "closePeriod",
  policy: KEY_OR_SESSION,
  path: "/periods/{month}/close",
  params: { month: Month },
  input: ClosePeriod,
  output: PeriodAnswer,
  statuses: [200, 404, 409],
  docs: {
    section: "Periods",
    title: "Close a month permanently",
    about: [
      "This cannot be undone. What waits for the month is billed first; from then on nothing is booked in it. Conversions that are made or taken back later become corrections in the oldest open month. Months before the first entry need no closing: they are closed with it.",
      "A month that has warnings is closed by who has looked at them. Send each with the count that `GET /periods/{month}` told you: where more falls under one by now, also under one that was not there, the month is refused with 409, which names the counts, and nothing is changed. Or send a list of names, which holds however many there are; a month that warns of others is refused with 422.",
      "A month that has not ended, is not the oldest open one, or was closed by somebody else meanwhile is refused with 409, which tells by whom. It takes the permission `billing: update`.",
    ],
    example: {
      send: { acknowledge: { converted_at_zero: 1 } },
      answer: {
        status: 200,
        period: {
          ...CLOSED,
          ...DETAIL,
          warnings: [{ warning: "converted_at_zero", count: 1 }],
          frozen: { ...SUMS, kinds: KINDS },
        },
      },
    },
  },
  handle: async ({ ctx, params, input }) => ({
    status: 200 as const,
    period: await closePeriod(ctx, { month: params.month, acknowledge: input.acknowledge }),
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
