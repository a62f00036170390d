type Settlement = {
  readonly amountMinor: bigint;
  readonly lowers: boolean;
  /** The amount allocated already. */
  readonly usedMinor: bigint;
  /** What is unallocated of all the party's payments and write-offs less refunds, this document included. */
  readonly unappliedMinor: bigint;
};

/**
 * The most that a settlement may be allocated, in minor units. A refunded payment settles nothing, or a debt would
 * leave the ageing unpaid. Existing allocations stand.
 */
export function mostToSettle({ amountMinor, lowers, usedMinor, unappliedMinor }: Settlement): bigint {
  if (!lowers) return amountMinor;
  const most = usedMinor + (unappliedMinor > 0n ? unappliedMinor : 0n);
  return most < amountMinor ? most : amountMinor;
}
