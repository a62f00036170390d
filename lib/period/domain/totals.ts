/**
 * Entries of a month of one kind on one of the company's own accounts, in minor units. Each entry is on exactly one.
 */
export type KindTotal = {
  /** Kind of the account: revenue, traffic_cost, cash_clearing, … */
  readonly account: string;
  readonly kind: string;
  readonly entries: number;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
};

export type MonthTotals = {
  readonly entries: number;
  readonly revenueMinor: bigint;
  readonly payoutMinor: bigint;
  readonly kinds: readonly KindTotal[];
};

/** Revenue is charges less credits, payout is payouts less clawbacks; documents change neither. */
export function monthTotals(kinds: readonly KindTotal[]): MonthTotals {
  const net = (account: string) =>
    kinds
      .filter((kind) => kind.account === account)
      .reduce((sum, { debitMinor, creditMinor }) => sum + creditMinor - debitMinor, 0n);
  return {
    entries: kinds.reduce((sum, { entries }) => sum + entries, 0),
    revenueMinor: net("revenue"),
    payoutMinor: -net("traffic_cost"),
    kinds,
  };
}
