/** What a person should have seen before closing a month. Each is legal, and none prevents the closing. */
export const WARNINGS = [
  "converted_at_zero",
  "payout_without_revenue",
  "payout_above_revenue",
  "over_cap",
  "open_inbox",
  "unusual_days",
] as const;
export type Warning = (typeof WARNINGS)[number];

/** Warnings whose calls can be listed. */
export const CALL_WARNINGS = [
  "converted_at_zero",
  "payout_without_revenue",
  "payout_above_revenue",
  "open_inbox",
] as const;
export type CallWarning = (typeof CALL_WARNINGS)[number];

/** Acknowledged warnings: their names, or how many of each were seen. */
export type Acknowledged = readonly Warning[] | SeenCounts;
export type SeenCounts = Readonly<Partial<Record<Warning, number>>>;

export function isWarning(name: string): name is Warning {
  return WARNINGS.some((warning) => warning === name);
}
