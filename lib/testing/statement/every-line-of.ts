import type { Context } from "@/lib/access/context";
import type { StatementLine } from "@/lib/statement/contract/statement";
import { listStatementLines } from "@/lib/statement/list-statement-lines";

/** All lines of a statement, read in small pages. */
export async function everyLineOf(ctx: Context, number: string, perPage = 3): Promise<StatementLine[]> {
  const lines: StatementLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await listStatementLines(ctx, number, { per_page: perPage, ...(cursor && { cursor }) });
    lines.push(...page.lines);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return lines;
}
