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
  saves: "steps",
  docs: {
    section: "Periods",
    title: "Close a month",
    about: [
      "Closes a month of the books permanently. This can't be undone. Pending changes of the month are billed first; after that, nothing more is booked in it. Later conversions and reversals become corrections in the oldest open month. Months before the first entry close together with it.",
      "If the month has warnings, acknowledge them. Send each with the `count` from `GET /periods/{month}`; if a count has grown or a warning is new, you get a 409 with the new counts and nothing changes. Or send a list of names to acknowledge them regardless of the count; a warning not on the list returns 422.",
      "A month that hasn't ended, isn't the oldest open month, or is already closed returns 409 with the reason. Requires the permissions `billing: update` and `billing: read`.",
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
