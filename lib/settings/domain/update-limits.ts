/** Limits on updates from a buyer's systems. Amounts in minor units; null for no limit. */
export type UpdateLimits = {
  readonly revenue: "accepted" | "bounded" | "ignored";
  readonly minimumMinor: bigint | null;
  readonly maximumMinor: bigint | null;
  /** Days after the start of a call in which the buyer may still take back: lower or end its charge. */
  readonly takeBackDays: number | null;
};
