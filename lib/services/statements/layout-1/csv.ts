import type { StatementLine } from "@/lib/contracts/statements";
import { csvLine } from "@/lib/domain/csv/csv-line";
import type { PrintedStatement } from "../printed-statement";

const COLUMNS = [
  "statement",
  "row",
  "day",
  "service_day",
  "kind",
  "offer",
  "call",
  "caller",
  "document",
  "amount",
  "currency",
  "reason",
  "mechanism",
  "corrects",
  "corrects_day",
  "corrects_statement",
  "entry",
] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string | null>>;

/** The column of amounts adds up: opening balance, lines and taxes come to the closing balance, which is the last row. */
export async function* csvOfStatement(
  statement: PrintedStatement,
  pages: AsyncIterable<readonly StatementLine[]>,
): AsyncGenerator<string> {
  const { number, currency, cycleStart, cycleEnd, opening, closing, taxes, frozen } = statement;
  const line = (cells: Cells) => {
    const all: Cells = { statement: number, currency, ...cells };
    return csvLine(COLUMNS.map((column) => all[column] ?? null));
  };
  yield csvLine(COLUMNS);
  yield line({ row: "opening", day: cycleStart, amount: opening });
  for await (const page of pages) yield page.map((each) => line(cellsOf(each))).join("");
  for (const [place, { name, amount }] of taxes.entries()) {
    const document = frozen.taxes[place]?.document ?? null;
    const tax = { row: "tax", day: cycleEnd, kind: "tax", amount, reason: name };
    yield line({ ...tax, document: document === null ? null : String(document) });
  }
  yield line({ row: "closing", day: cycleEnd, amount: closing });
}

function cellsOf({
  entry_id,
  day,
  service_day,
  kind,
  amount,
  call,
  caller,
  offer,
  document,
  apart,
}: StatementLine): Cells {
  return {
    row: apart?.as ?? "line",
    day,
    service_day,
    kind,
    offer: offer?.name ?? null,
    call: call?.uuid ?? null,
    caller,
    document: document === null ? null : String(document),
    amount,
    reason: apart?.reason ?? null,
    mechanism: apart?.mechanism ?? null,
    corrects: apart?.corrects?.entry_id ?? null,
    corrects_day: apart?.corrects?.day ?? null,
    corrects_statement: apart?.corrects?.statement ?? null,
    entry: entry_id,
  };
}
