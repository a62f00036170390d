/** What calls are sorted by; only the start has an index of its own. */
export type SortKey = "started_at" | "connected_seconds" | "revenue" | "payout";

export const CALL_SORTS = [
  "-started_at",
  "started_at",
  "-connected_seconds",
  "connected_seconds",
  "-revenue",
  "revenue",
  "-payout",
  "payout",
] as const;
export type CallSort = (typeof CALL_SORTS)[number];

export type CallOrder = { readonly key: SortKey; readonly descending: boolean };

export function callOrder(sort: CallSort): CallOrder {
  return { key: sort.replace("-", "") as SortKey, descending: sort.startsWith("-") };
}

/** The place of a call in an order: milliseconds, seconds or minor units (-1 for none), and its id. */
export type CallPosition = { readonly key: number; readonly id: number };

/** Negative if `one` comes before `other`. */
export function comparePositions({ descending }: CallOrder, one: CallPosition, other: CallPosition): number {
  const ascending = one.key - other.key || one.id - other.id;
  return descending ? -ascending : ascending;
}
