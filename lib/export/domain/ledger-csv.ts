import { type CsvCell, csvLine } from "@/lib/base/csv-line";
import {
  type ExportedAccount,
  type ExportedEntry,
  entryName,
  isCorrection,
  type LedgerFormat,
} from "./exported-ledger";

const COLUMNS: Readonly<Record<string, (entry: ExportedEntry, currency: string) => CsvCell>> = {
  entry: entryName,
  booked_on: ({ bookedOn }) => bookedOn,
  service_date: ({ serviceDate }) => serviceDate,
  kind: ({ kind }) => kind,
  call: ({ source, number }) => (source === "call" ? number : null),
  document: ({ source, number }) => (source === "document" ? number : null),
  version: ({ version }) => version,
  debit_account: ({ debit }) => accountName(debit),
  credit_account: ({ credit }) => accountName(credit),
  amount: ({ amount }) => amount,
  currency: (_, currency) => currency,
  party_type: ({ party }) => party?.party?.type ?? null,
  party_id: ({ party }) => party?.party?.id ?? null,
  party: ({ party }) => party?.party?.name ?? null,
  correction: isCorrection,
  rollup: ({ rollup }) => rollup,
  offsets: ({ offsets }) => offsets,
};

/** One line per entry, no balances. */
export function ledgerCsv(currency: string): LedgerFormat {
  const cells = Object.values(COLUMNS);
  return {
    beginning: () => csvLine(Object.keys(COLUMNS)),
    opening: () => "",
    entry: (entry) => csvLine(cells.map((cell) => cell(entry, currency))),
    assertion: () => "",
  };
}

function accountName({ kind, party }: ExportedAccount): string {
  return party ? `${kind}:${party.id}` : kind;
}
