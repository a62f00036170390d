import type { Mechanism } from "./mechanism";

/** Which calls a list has. What is absent does not filter. */
export type CallFilter = {
  readonly search?: string | undefined;
  readonly externalId?: string | undefined;
  readonly buyerId?: number | undefined;
  /** Only calls of these buyers, for actors who reach no others. */
  readonly buyerIds?: readonly number[] | undefined;
  readonly offerId?: number | undefined;
  readonly trafficSourceId?: number | undefined;
  readonly startedFrom?: Date | undefined;
  /** Exclusive. */
  readonly startedUntil?: Date | undefined;
  readonly changedSince?: Date | undefined;
  readonly buyerConverted?: boolean | undefined;
  readonly offerConverted?: boolean | undefined;
  readonly eitherConverted?: boolean | undefined;
  readonly mechanism?: Mechanism | undefined;
  readonly state?: "in_progress" | "finished" | undefined;
  readonly connectedMin?: number | undefined;
  readonly connectedMax?: number | undefined;
  readonly revenueMin?: bigint | undefined;
  readonly revenueMax?: bigint | undefined;
  readonly tokens?: Readonly<Record<string, string>> | undefined;
  readonly hasInbox?: boolean | undefined;
};
