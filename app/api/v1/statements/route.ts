import { StatementList, StatementQuery } from "@/lib/contracts/statements";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listStatements } from "@/lib/services/statements/list-statements";

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
