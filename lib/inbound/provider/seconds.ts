/** Eleven days, longer than any call. */
const SECONDS_AT_MOST = 1_000_000;

/** A duration in whole seconds from a number or text; undefined if negative or implausible. */
export function secondsOf(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d{1,12}(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== "number" || !(number >= 0 && number <= SECONDS_AT_MOST)) return undefined;
  return Math.floor(number);
}

/** Whole seconds between two instants; undefined if one is missing or they are out of order. */
export function secondsBetween(from: Date | undefined, to: Date | undefined): number | undefined {
  return from && to ? secondsOf((to.getTime() - from.getTime()) / 1000) : undefined;
}
