const BASIS = 10_000n;

/** A share of an amount in minor units, half a unit rounded up. 60 % = 6000 basis points. The only place that rounds. */
export function percentOf(amountMinor: bigint, basisPoints: number): bigint {
  return (amountMinor * BigInt(basisPoints) + BASIS / 2n) / BASIS;
}
