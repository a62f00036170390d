type Settlement = {
  readonly amountMinor: bigint;
  readonly lowers: boolean;
  /** The amount allocated already. */
  readonly usedMinor: bigint;
  /** Unallocated payments and write-offs of the party less refunds, including this document. */
  readonly unappliedMinor: bigint;
};

/**
 * The most that may be allocated of a settlement, in minor units. A refunded payment settles nothing; otherwise a debt
 * would leave the ageing unpaid. Existing allocations stay.
 */
export function mostToSettle({ amountMinor, lowers, usedMinor, unappliedMinor }: Settlement): bigint {
  if (!lowers) return amountMinor;
  const most = usedMinor + (unappliedMinor > 0n ? unappliedMinor : 0n);
  return most < amountMinor ? most : amountMinor;
}
