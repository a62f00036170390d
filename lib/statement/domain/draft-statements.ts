import type { Day } from "@/lib/base/day";
import type { CycleDays } from "@/lib/billing-profile/domain/cycle";
import { isSettling, withoutReversal } from "@/lib/document/domain/document-kind";
import { addSums, amountOf, countOf, type Sum, subtractSums } from "./sums";
import { type TakenBack, type TaxAmount, taxesOn } from "./tax";
import type { TaxRate } from "./tax-rate";

/** Balances of one cycle, without taxes: those belong to the statement they were issued with. */
export type CycleSums = CycleDays & {
  readonly sums: readonly Sum[];
  /** The part of `sums` booked in open months. */
  readonly open: readonly Sum[];
  /** How many of them are booked within earlier cycles. */
  readonly lateCount: number;
};

/** The index among consecutive cycles, from 0. */
export type TakenBackIn = TakenBack & { readonly place: number };

/** The state of an account: its last statement, or none yet. */
export type Standing = {
  readonly closingMinor: bigint;
  /** All entries so far, with taxes. */
  readonly total: readonly Sum[];
  /** The part that the next cycle's sums contain again, because its months were open. */
  readonly open: readonly Sum[];
};

export const NOTHING_YET: Standing = { closingMinor: 0n, total: [], open: [] };

export type StatementDraft = CycleDays & {
  readonly openingMinor: bigint;
  readonly lines: readonly Sum[];
  readonly taxes: readonly TaxAmount[];
  readonly closingMinor: bigint;
  readonly billedMinor: bigint;
  readonly entryCount: number;
  readonly lateCount: number;
  readonly after: Standing;
};

/**
 * Drafts the statements of consecutive cycles. A cycle without entries gets no statement if nothing is open; its days
 * go to the next one.
 */
export function draftStatements(
  standing: Standing,
  cycles: readonly CycleSums[],
  rates: readonly TaxRate[],
  takenBack: readonly TakenBackIn[] = [],
): StatementDraft[] {
  const drafts: StatementDraft[] = [];
  let before = standing;
  let joinedFrom: Day | null = null;
  for (const [place, cycle] of cycles.entries()) {
    // Only the first cycle's sums repeat entries of the last statement: later cycles start after it.
    const lines = place === 0 ? subtractSums(cycle.sums, before.open) : cycle.sums;
    const lateCount = place === 0 ? cycle.lateCount - countOf(before.open) : 0;
    const open = place === 0 ? cycle.open : addSums(before.open, cycle.open);
    const start: Day = joinedFrom ?? cycle.start;
    if (countOf(lines) === 0 && before.closingMinor === 0n) {
      before = { ...before, open };
      joinedFrom = start;
      continue;
    }
    const taxes = taxesOn(
      lines,
      rates,
      takenBack.filter((sum) => sum.place === place),
    );
    const draft = draftOf({ start, end: cycle.end }, before, { lines, open, lateCount, taxes });
    drafts.push(draft);
    before = draft.after;
    joinedFrom = null;
  }
  return drafts;
}

type Brought = Pick<StatementDraft, "lines" | "lateCount" | "taxes"> & { readonly open: readonly Sum[] };

function draftOf(
  { start, end }: CycleDays,
  before: Standing,
  { lines, open, lateCount, taxes }: Brought,
): StatementDraft {
  const taxEntries = taxes.filter(({ amountMinor }) => amountMinor !== 0n);
  const taxSums = taxEntries.map(({ amountMinor }) => ({ kind: "tax", offerId: 0, count: 1, amountMinor }));
  const settlingLines = lines.filter(({ kind }) => isSettling(withoutReversal(kind)));
  const added = amountOf(lines) + amountOf(taxSums);
  const closingMinor = before.closingMinor + added;
  return {
    start,
    end,
    openingMinor: before.closingMinor,
    lines,
    taxes,
    closingMinor,
    billedMinor: added - amountOf(settlingLines),
    entryCount: countOf(lines) + taxEntries.length,
    lateCount,
    after: { closingMinor, total: addSums(before.total, lines, taxSums), open },
  };
}
