/** Entries of one kind and offer. `amountMinor` is what they add to the balance, negative if they reduce it. */
export type Sum = {
  readonly kind: string;
  /** 0 for entries without a call. */
  readonly offerId: number;
  readonly count: number;
  readonly amountMinor: bigint;
};

/** Adds sums by kind and offer, sorted by them; empty sums are dropped. */
export function addSums(...lists: readonly (readonly Sum[])[]): Sum[] {
  const total = new Map<string, Sum>();
  for (const sum of lists.flat()) {
    const key = `${sum.kind} ${sum.offerId}`;
    const { count = 0, amountMinor = 0n } = total.get(key) ?? {};
    total.set(key, { ...sum, count: count + sum.count, amountMinor: amountMinor + sum.amountMinor });
  }
  return [...total.values()].filter(({ count }) => count !== 0).sort(byKindAndOffer);
}

export function subtractSums(from: readonly Sum[], sums: readonly Sum[]): Sum[] {
  const negated = sums.map((sum) => ({ ...sum, count: -sum.count, amountMinor: -sum.amountMinor }));
  return addSums(from, negated);
}

export function amountOf(sums: readonly Sum[], kinds?: ReadonlySet<string>): bigint {
  return sums.reduce((total, { kind, amountMinor }) => total + (kinds && !kinds.has(kind) ? 0n : amountMinor), 0n);
}

export function countOf(sums: readonly Sum[]): number {
  return sums.reduce((total, { count }) => total + count, 0);
}

function byKindAndOffer(one: Sum, other: Sum): number {
  if (one.kind !== other.kind) return one.kind < other.kind ? -1 : 1;
  return one.offerId - other.offerId;
}
