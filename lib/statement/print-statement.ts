import type { Context } from "@/lib/access/context";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { LINES_PRINTED } from "./compose-statement";
import type { StatementLine } from "./contract/statement";
import { FrozenStatement } from "./contract/statement-record";
import { csvOfStatement } from "./layout-1/csv";
import { pdfOfStatement } from "./layout-1/pdf";
import { type PlacedLine, readLines } from "./list-statement-lines";
import { openStatement } from "./open-statement";
import { printedStatement } from "./printed-statement";
import type { LinePosition } from "./sql/lines-of";
import { readLogo } from "./sql/logo";
import type { StatementRow } from "./sql/statement-row";

const LAYOUTS: ReadonlyMap<number, { readonly pdf: typeof pdfOfStatement; readonly csv: typeof csvOfStatement }> =
  new Map([[1, { pdf: pdfOfStatement, csv: csvOfStatement }]]);

const LINES_AT_ONCE = 10_000;

export type PrintedFile<Body> = { readonly name: string; readonly body: Body };

/** The statement as PDF, always the same bytes. Throws `Forbidden` or `NotFound`. */
export async function printStatement(ctx: Context, name: string): Promise<PrintedFile<Uint8Array<ArrayBuffer>>> {
  const printed = await inCompany(ctx.company.id, async (tx) => {
    const row = await openStatement(tx, ctx, name);
    const all = { part: "all", after: null, atMost: LINES_PRINTED } as const;
    const lines = hasDays(row) ? null : (await readLines(tx, row, all)).map(({ line }) => line);
    return { row, statement: printedStatement(row, lines, await logoOf(tx, row)) };
  });
  return { name: `${printed.statement.number}.pdf`, body: await layoutOf(printed.row).pdf(printed.statement) };
}

/** The statement with all lines as streamed CSV, always the same bytes. Throws `Forbidden` or `NotFound`. */
export async function exportStatement(ctx: Context, name: string): Promise<PrintedFile<AsyncIterable<string>>> {
  const row = await inCompany(ctx.company.id, (tx) => openStatement(tx, ctx, name));
  const statement = printedStatement(row, null);
  return { name: `${statement.number}.csv`, body: layoutOf(row).csv(statement, pagesOf(ctx, row)) };
}

async function* pagesOf({ company }: Context, row: StatementRow): AsyncGenerator<StatementLine[]> {
  let after: LinePosition | null = null;
  for (;;) {
    const from: LinePosition | null = after;
    const page: PlacedLine[] = await inCompany(company.id, (tx) =>
      readLines(tx, row, { part: "all", after: from, atMost: LINES_AT_ONCE }),
    );
    if (page.length > 0) yield page.map(({ line }) => line);
    const last = page.at(-1);
    if (page.length < LINES_AT_ONCE || !last) return;
    after = last.position;
  }
}

function hasDays({ frozen }: StatementRow): boolean {
  return typeof frozen === "object" && frozen !== null && "days" in frozen && frozen.days !== null;
}

async function logoOf(tx: Tx, { frozen }: StatementRow): Promise<Uint8Array | null> {
  const { logo } = FrozenStatement.parse(frozen).company;
  return logo === undefined ? null : ((await readLogo(tx, logo))?.content ?? null);
}

function layoutOf({ layout, number }: StatementRow) {
  const print = LAYOUTS.get(layout);
  if (!print) throw new Error(`statement ${number} has the unknown layout ${layout}`);
  return print;
}
