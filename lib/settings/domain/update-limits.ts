/** What a company lets a buyer's systems say of its calls. Amounts in minor units; null for no limit. */
export type UpdateLimits = {
  readonly revenue: "accepted" | "bounded" | "ignored";
  readonly minimumMinor: bigint | null;
  readonly maximumMinor: bigint | null;
  /** So many days after the start of the call it may still take back: lower or end what stands charged. */
  readonly takeBackDays: number | null;
};
