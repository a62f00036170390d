import { ENDED, READS } from "@/app/api/v1/_docs/periods";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { PeriodList, PeriodQuery } from "@/lib/period/contract";
import { listPeriods } from "@/lib/period/list-periods";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = route({
  name: "listPeriods",
  policy: KEY_OR_SESSION,
  path: "/periods",
  input: PeriodQuery,
  output: PeriodList,
  statuses: [200],
  docs: {
    section: "Periods",
    title: "List months",
    about: [
      "Returns every month from the first with an entry to the current one, newest first, in the company's time zone. Months close in order and only after they end; `can_close` is true for the month that you can close now.",
      READS,
    ],
    example: { answer: { status: 200, periods: [ENDED], metadata: { next_cursor: null } } },
  },
  handle: async ({ ctx, input }) => {
    const { periods, next_cursor } = await listPeriods(ctx, input);
    return { status: 200 as const, periods, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
