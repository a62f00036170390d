import type { Billing, Entry, PendingEntry } from "@/lib/ledger/contract/billing";

type PostedFact =
  | "rollup_id"
  | "period"
  | "posted_at"
  | "correction"
  | "service_date"
  | "booked_on"
  | "statement_number";

/** `offsets` and `offsetBy` are keys of other rows. */
export type BillingRow = {
  readonly key: string;
  readonly kind: string;
  readonly version: number;
  readonly party: PendingEntry["party"];
  readonly amount: string | undefined;
  readonly posted: Pick<Entry, PostedFact> | null;
  /** Set on pending rows when the call's month is closed. */
  readonly closedMonth: Billing["closed_month"];
  readonly offsets: string | null;
  readonly offsetBy: string | null;
};

type Line = Omit<BillingRow, "offsetBy">;

const TAKES_BACK: Readonly<Record<string, string>> = { credit: "charge", clawback: "payout" };
const PLACE = ["credit", "charge", "clawback", "payout"];

/** Newest first: pending above posted, and each offset above the entry that it offsets. */
export function billingRows({ pending, entries, closed_month }: Billing): BillingRow[] {
  const lines = [
    ...pending.map((entry) => pendingLine(entry, closed_month)),
    ...entries.map((entry) => entryLine(entry, entries)),
  ];
  const offsetBy = new Map(lines.flatMap(({ key, offsets }) => (offsets === null ? [] : [[offsets, key] as const])));
  return lines
    .map((line) => ({ ...line, offsetBy: offsetBy.get(line.key) ?? null }))
    .sort((one, other) => other.version - one.version || placeOf(one) - placeOf(other));
}

function pendingLine(
  { kind, party, amount, change_version, offsets_version }: PendingEntry,
  closedMonth: Billing["closed_month"],
): Line {
  const takenBack = TAKES_BACK[kind];
  const offsets = offsets_version === null || takenBack === undefined ? null : keyOf(takenBack, offsets_version);
  const key = keyOf(kind, change_version);
  return { key, kind, version: change_version, party, amount, posted: null, closedMonth, offsets };
}

function entryLine(entry: Entry, entries: readonly Entry[]): Line {
  const offset = entries.find(({ id }) => id === entry.offsets_entry_id);
  return {
    key: keyOf(entry.kind, entry.change_version),
    kind: entry.kind,
    version: entry.change_version,
    party: entry.party,
    amount: entry.amount,
    posted: entry,
    closedMonth: null,
    offsets: offset ? keyOf(offset.kind, offset.change_version) : null,
  };
}

function keyOf(kind: string, version: number): string {
  return `${kind}-${version}`;
}

function placeOf({ kind }: Line): number {
  const place = PLACE.indexOf(kind);
  return place === -1 ? PLACE.length : place;
}

/** The charge or payout without an offset, posted or pending. */
export function standingRow(rows: readonly BillingRow[], kind: "charge" | "payout"): BillingRow | null {
  return rows.find((row) => row.kind === kind && row.offsetBy === null) ?? null;
}
