import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { StatementList, StatementQuery } from "@/lib/statement/contract/statement";
import { listStatements } from "@/lib/statement/list-statements";

export const GET = route({
  path: "/statements",
  summary: "Invoices and payout statements, newest first",
  doors: ["api_key", "session"],
  input: StatementQuery,
  output: StatementList,
  handle: async ({ ctx, input }) => {
    const { statements, next_cursor } = await listStatements(ctx, input);
    return { status: 200 as const, statements, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
