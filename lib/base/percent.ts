const WHOLE = 1_000_000n;
const BASIS_POINT = 100;

/**
 * A share of an amount in minor units, half a unit rounded up. 8.875 % is 88,750 millionths. The only place that
 * rounds.
 */
export function shareOf(amountMinor: bigint, millionths: number): bigint {
  return (amountMinor * BigInt(millionths) + WHOLE / 2n) / WHOLE;
}

/** The same in basis points: 60 % is 6000. */
export function percentOf(amountMinor: bigint, basisPoints: number): bigint {
  return shareOf(amountMinor, basisPoints * BASIS_POINT);
}
