import { StatementLineList, StatementLineQuery } from "@/lib/contracts/statements";
import { route } from "@/lib/http/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { listStatementLines } from "@/lib/services/statements/list-statement-lines";

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
