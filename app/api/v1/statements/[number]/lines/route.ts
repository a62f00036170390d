import { LINE } from "@/app/api/v1/_docs/statements";
import { StatementNumber } from "@/lib/api/path-parameters";
import { KEY_OR_SESSION } from "@/lib/api/policies";
import { route } from "@/lib/api/route";
import { otherMethods } from "@/lib/platform/http/other-methods";
import { StatementLineList, StatementLineQuery } from "@/lib/statement/contract/statement";
import { listStatementLines } from "@/lib/statement/list-statement-lines";

export const GET = route({
  name: "listStatementLines",
  policy: KEY_OR_SESSION,
  path: "/statements/{number}/lines",
  params: { number: StatementNumber },
  input: StatementLineQuery,
  output: StatementLineList,
  statuses: [200, 404],
  docs: {
    section: "Statements",
    title: "List lines of a statement",
    about: [
      "Every entry is on exactly one statement: that of its cycle or, if it is late, the next one issued. Corrections and late lines state their reason and what they correct in `apart`. The lines, including payments, refunds, and write-offs, add up to the closing balance less the opening balance; their number is the statement's `entries`.",
    ],
    example: { send: "part=all&per_page=100", answer: { status: 200, lines: [LINE], metadata: { next_cursor: null } } },
  },
  handle: async ({ ctx, params, input }) => {
    const { lines, next_cursor } = await listStatementLines(ctx, params.number, input);
    return { status: 200 as const, lines, metadata: { next_cursor } };
  },
});

export const { PUT, POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
