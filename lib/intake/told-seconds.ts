/** Longer than any call: eleven days. */
const SECONDS_AT_MOST = 1_000_000;

/** A duration in whole seconds, told as a number or as text; undefined where it is none, negative or absurd. */
export function secondsOf(told: unknown): number | undefined {
  const number = typeof told === "string" && /^\d{1,12}(\.\d+)?$/.test(told.trim()) ? Number(told) : told;
  if (typeof number !== "number" || !(number >= 0 && number <= SECONDS_AT_MOST)) return undefined;
  return Math.floor(number);
}

/** Whole seconds between two instants, where both are told and in order. */
export function secondsBetween(from: Date | undefined, to: Date | undefined): number | undefined {
  return from && to ? secondsOf((to.getTime() - from.getTime()) / 1000) : undefined;
}
