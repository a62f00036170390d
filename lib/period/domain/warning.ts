/** What a person who closes a month should have seen. Each is legal; none prevents the closing. */
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

/** Acknowledged warnings: their names, or how many were seen of each. */
export type Acknowledged = readonly Warning[] | SeenCounts;
export type SeenCounts = Readonly<Partial<Record<Warning, number>>>;

export function isWarning(name: string): name is Warning {
  return WARNINGS.some((warning) => warning === name);
}
