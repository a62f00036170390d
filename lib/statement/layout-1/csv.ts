import { csvLine } from "@/lib/base/csv-line";
import type { StatementLine } from "../contract/statement";
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
  "balance",
  "currency",
  "reason",
  "mechanism",
  "corrects",
  "corrects_day",
  "corrects_statement",
  "entry",
] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string | null>>;

/** A copy for layout 1: its bytes must not change when `csvLine` does. */
function disarmed(text: string): string {
  return text.replace(/^(?=[=+\-@\t\r\n])/, "'");
}

/** Only lines and taxes have amounts, so that the column adds up to the change from opening to closing. */
export async function* csvOfStatement(
  statement: PrintedStatement,
  pages: AsyncIterable<readonly StatementLine[]>,
): AsyncGenerator<string> {
  const { number, currency, cycleStart, cycleEnd, opening, closing, taxes, frozen } = statement;
  const line = (cells: Cells) => {
    const all: Cells = { statement: number, currency, ...cells };
    return csvLine(
      COLUMNS.map((column) => all[column] ?? null),
      disarmed,
    );
  };
  yield csvLine(COLUMNS);
  yield line({ row: "opening", day: cycleStart, balance: opening });
  for await (const page of pages) yield page.map((row) => line(cellsOf(row))).join("");
  for (const [place, { name, amount, takes_back = null }] of taxes.entries()) {
    const document = frozen.taxes[place]?.document ?? null;
    if (document === null) continue;
    const tax = { row: "tax", day: cycleEnd, service_day: cycleEnd, kind: "tax", amount, reason: name };
    const entry = `document-${document}-1-tax`;
    yield line({ ...tax, document: String(document), corrects_statement: takes_back, entry });
  }
  yield line({ row: "closing", day: cycleEnd, balance: closing });
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
