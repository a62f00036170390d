/** What somebody who closes a month should have looked at. Each is legal; none keeps a month from being closed. */
export const WARNINGS = [
  "converted_at_zero",
  "payout_without_revenue",
  "payout_above_revenue",
  "over_cap",
  "open_inbox",
  "unusual_days",
] as const;
export type Warning = (typeof WARNINGS)[number];

/** Those whose calls can be listed one by one. */
export const CALL_WARNINGS = [
  "converted_at_zero",
  "payout_without_revenue",
  "payout_above_revenue",
  "open_inbox",
] as const;
export type CallWarning = (typeof CALL_WARNINGS)[number];

/** What somebody who closes a month has looked at: names of warnings however many fall under them, or how many were seen of each. */
export type Acknowledged = readonly Warning[] | SeenCounts;
export type SeenCounts = Readonly<Partial<Record<Warning, number>>>;

export function isWarning(name: string): name is Warning {
  return WARNINGS.some((warning) => warning === name);
}
