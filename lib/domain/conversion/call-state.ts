import type { Mechanism } from "./mechanism";

export type Side = "buyer" | "offer";

/** Where an amount came from. A stated one outlives everything but another statement. */
export type AmountSource = "stated" | "rule" | "terms";

export type Decision = {
  readonly mechanism: Mechanism;
  /** Somebody said so, as against derived from the facts of the call. */
  readonly explicit: boolean;
  readonly decidedAt: Date;
  readonly ruleId: number | null;
};

/** One side of a call: the buyer's (party = buyer, amount = revenue) or the offer's (traffic source, payout). */
export type SideState = {
  readonly converted: boolean;
  readonly decision: Decision | null;
  readonly locked: boolean;
  readonly partyId: number | null;
  readonly amountMinor: bigint;
  readonly amountFrom: AmountSource | null;
  /** When the newest statement applied to this side was made; an older one no longer applies. */
  readonly statedAt: Date | null;
};

/** What deciding needs to know of a call. */
export type CallState = {
  readonly id: number;
  readonly version: number;
  readonly offerId: number;
  readonly startedAt: Date;
  readonly buyer: SideState;
  readonly offer: SideState;
  /** The terms that priced the payout: a percentage follows the charge by these, also after newer ones came. */
  readonly payoutTermsId: number | null;
  /** The versions that opened the standing charge and the standing payout. */
  readonly chargeVersion: number | null;
  readonly payoutVersion: number | null;
};

/** Who owes or earns how much for this side as it stands; null when there is nothing to bill. */
export function standing(side: SideState): { readonly partyId: number; readonly amountMinor: bigint } | null {
  if (!side.converted || side.partyId === null || side.amountMinor === 0n) return null;
  return { partyId: side.partyId, amountMinor: side.amountMinor };
}
