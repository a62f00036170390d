import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { StatementLineList, StatementLineQuery } from "@/lib/statement/contract/statement";
import { listStatementLines } from "@/lib/statement/list-statement-lines";

export const GET = route({
  path: "/statements/{number}/lines",
  summary: "The lines of a statement",
  doors: ["api_key", "session"],
  input: StatementLineQuery,
  output: StatementLineList,
  handle: async ({ ctx, params, input }) => {
    const { lines, next_cursor } = await listStatementLines(ctx, params.number ?? "", input);
    return { status: 200 as const, lines, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
