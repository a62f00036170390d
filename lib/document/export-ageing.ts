import type { Context } from "@/lib/access/context";
import { type CsvCell, csvLine } from "@/lib/base/csv-line";
import type { AgeingRow } from "./contract";
import { getAgeing } from "./get-ageing";

const COLUMNS: Readonly<Record<string, (row: AgeingRow) => CsvCell>> = {
  buyer_id: ({ buyer }) => buyer.id,
  buyer: ({ buyer }) => buyer.name,
  not_due: ({ not_due }) => not_due,
  days_1_30: ({ days_1_30 }) => days_1_30,
  days_31_60: ({ days_31_60 }) => days_31_60,
  days_61_90: ({ days_61_90 }) => days_61_90,
  over_90: ({ over_90 }) => over_90,
  unapplied: ({ unapplied }) => unapplied,
  not_on_statement: ({ not_on_statement }) => not_on_statement,
  balance: ({ balance }) => balance,
  overdue: ({ overdue }) => overdue,
};

/** Today's ageing as a file, one line per buyer. Throws `Forbidden`. */
export async function exportAgeing(
  ctx: Context,
): Promise<{ readonly name: string; readonly body: Uint8Array<ArrayBuffer> }> {
  const { buyers, currency, as_of } = await getAgeing(ctx);
  const cells = Object.values(COLUMNS);
  const lines = [
    csvLine([...Object.keys(COLUMNS), "currency"]),
    ...buyers.map((row) => csvLine([...cells.map((cell) => cell(row)), currency])),
  ];
  return { name: `ageing-${as_of}.csv`, body: new TextEncoder().encode(lines.join("")) };
}
