export const CALL_GROUPS = ["day", "hour", "offer", "buyer", "traffic_source", "mechanism"] as const;
export type CallGroup = (typeof CALL_GROUPS)[number];

/** Counts and sums of calls; amounts of converted sides only. */
export type CallSums = {
  readonly calls: number;
  readonly connectedSeconds: number;
  readonly buyerConverted: number;
  readonly offerConverted: number;
  readonly eitherConverted: number;
  readonly revenueMinor: bigint;
  readonly payoutMinor: bigint;
};

export const NO_CALLS: CallSums = {
  calls: 0,
  connectedSeconds: 0,
  buyerConverted: 0,
  offerConverted: 0,
  eitherConverted: 0,
  revenueMinor: 0n,
  payoutMinor: 0n,
};

export function addSums(one: CallSums, other: CallSums): CallSums {
  return {
    calls: one.calls + other.calls,
    connectedSeconds: one.connectedSeconds + other.connectedSeconds,
    buyerConverted: one.buyerConverted + other.buyerConverted,
    offerConverted: one.offerConverted + other.offerConverted,
    eitherConverted: one.eitherConverted + other.eitherConverted,
    revenueMinor: one.revenueMinor + other.revenueMinor,
    payoutMinor: one.payoutMinor + other.payoutMinor,
  };
}

/** The mechanisms of both sides, with the sums of the calls that they decided so. */
export type MechanismPair = { readonly buyer: string | null; readonly offer: string | null; readonly sums: CallSums };

/**
 * The sums of each mechanism: a call counts for those that decided a side of it, and the conversion and the amount of a
 * side for the mechanism of that side. Null stands for calls that none decided.
 */
export function sumsByMechanism(pairs: readonly MechanismPair[]): ReadonlyMap<string | null, CallSums> {
  const byMechanism = new Map<string | null, CallSums>();
  for (const { buyer, offer, sums } of pairs) {
    const deciding = new Set([buyer, offer].filter((mechanism) => mechanism !== null));
    for (const mechanism of deciding.size === 0 ? [null] : deciding) {
      const own = {
        ...sums,
        ...(buyer !== mechanism && { buyerConverted: 0, revenueMinor: 0n, eitherConverted: sums.offerConverted }),
        ...(offer !== mechanism && { offerConverted: 0, payoutMinor: 0n, eitherConverted: sums.buyerConverted }),
      };
      byMechanism.set(mechanism, addSums(byMechanism.get(mechanism) ?? NO_CALLS, own));
    }
  }
  return byMechanism;
}
