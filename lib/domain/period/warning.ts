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
