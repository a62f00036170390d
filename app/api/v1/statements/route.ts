import { SUMMARY } from "@/app/api/v1/_docs/statements";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { StatementList, StatementQuery } from "@/lib/statement/contract/statement";
import { listStatements } from "@/lib/statement/list-statements";

export const GET = route({
  name: "listStatements",
  policy: KEY_OR_SESSION,
  path: "/statements",
  input: StatementQuery,
  output: StatementList,
  statuses: [200],
  docs: {
    section: "Statements",
    title: "List statements",
    about: [
      "Returns invoices of buyers and payout statements of traffic sources, newest first. Both share one sequence of numbers without gaps. Requires the permission `billing: read`. Amounts also require `call.revenue: read` or `call.payout: read`, and are omitted without it.",
      "You can combine filters: the party by ID or name, the type, the state, and the month in which the cycle ends.",
    ],
    example: {
      send: "state=overdue&type=buyer&month=2026-10&per_page=20",
      answer: { status: 200, statements: [{ ...SUMMARY, state: "overdue" }], metadata: { next_cursor: null } },
    },
  },
  handle: async ({ ctx, input }) => {
    const { statements, next_cursor } = await listStatements(ctx, input);
    return { status: 200 as const, statements, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
