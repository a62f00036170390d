type Settlement = {
  readonly amountMinor: bigint;
  readonly lowers: boolean;
  /** What it settles already. */
  readonly usedMinor: bigint;
  /** What the party's settlements, this one among them, have left: payments and write-offs less refunds. */
  readonly unappliedMinor: bigint;
};

/**
 * The most that a settlement may settle, in minor units: a payment that a refund gave back settles nothing, or a debt would
 * leave the ageing unpaid. What it settles already stands.
 */
export function mostToSettle({ amountMinor, lowers, usedMinor, unappliedMinor }: Settlement): bigint {
  if (!lowers) return amountMinor;
  const most = usedMinor + (unappliedMinor > 0n ? unappliedMinor : 0n);
  return most < amountMinor ? most : amountMinor;
}
