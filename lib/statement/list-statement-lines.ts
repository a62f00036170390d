import type { Context } from "@/lib/access/context";
import { readInCompany, type Tx } from "@/lib/platform/sql/in-company";
import type { StatementLine, StatementLineQuery } from "./contract/statement";
import { FrozenStatement } from "./contract/statement-record";
import { lineCursor, readLineCursor } from "./line-cursor";
import { linesOfStatement } from "./lines-of-statement";
import { openStatement } from "./open-statement";
import { presentLine } from "./present-line";
import type { LinePosition } from "./sql/lines-of";
import { type LinesWanted, readStatementLines } from "./sql/statement-lines";
import type { StatementRow } from "./sql/statement-row";
import { readTaxLines } from "./sql/tax-lines";

const LINES_A_PAGE = 100;
const TAX = "tax";

export type LinePage = { readonly lines: StatementLine[]; readonly next_cursor: string | null };

/** The entries of a statement, taxes last, in pages. Throws `Forbidden`, `NotFound` or `Invalid`. */
export function listStatementLines(ctx: Context, name: string, query: StatementLineQuery): Promise<LinePage> {
  const after = query.cursor === undefined ? null : readLineCursor(query.cursor);
  const perPage = query.per_page ?? LINES_A_PAGE;
  return readInCompany(ctx.company.id, async (tx) => {
    const statement = await openStatement(tx, ctx, name);
    const part = query.part ?? "all";
    const page = await readLinesAndTaxes(tx, statement, { part, after, atMost: perPage + 1 });
    const shown = page.slice(0, perPage);
    const last = shown.at(-1);
    return {
      lines: shown.map(({ line }) => line),
      next_cursor: page.length > perPage && last ? lineCursor(last.position) : null,
    };
  });
}

export type PlacedLine = { readonly line: StatementLine; readonly position: LinePosition };

/** Lines with their positions, without taxes. */
export async function readLines(tx: Tx, statement: StatementRow, wanted: LinesWanted): Promise<PlacedLine[]> {
  const of = await linesOfStatement(tx, statement);
  const frozen = FrozenStatement.parse(statement.frozen);
  const shown = { type: statement.ownerType, previousEnd: of.previous?.cycleEnd ?? null, frozen };
  const rows = await readStatementLines(tx, of, wanted);
  return rows.map((row) => ({ line: presentLine(row, shown), position: row }));
}

/** A tax belongs to the cycle whatever its booking day, so it is never listed separately. Taxes come last. */
async function readLinesAndTaxes(tx: Tx, statement: StatementRow, wanted: LinesWanted): Promise<PlacedLine[]> {
  const { part, after, atMost } = wanted;
  const isPastLines = after?.kind === TAX;
  const lines = isPastLines ? [] : await readLines(tx, statement, wanted);
  if (part === "apart" || lines.length >= atMost) return lines;
  const frozen = FrozenStatement.parse(statement.frozen);
  const documents = frozen.taxes
    .flatMap(({ document }) => document ?? [])
    .filter((document) => !isPastLines || document > after.number);
  const taxes = await readTaxLines(tx, statement.accountId, documents.slice(0, atMost - lines.length));
  const shown = { type: statement.ownerType, previousEnd: null, frozen };
  return [...lines, ...taxes.map((row) => ({ line: { ...presentLine(row, shown), apart: null }, position: row }))];
}
