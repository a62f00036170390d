import type { Mechanism } from "./mechanism";

export type Side = "buyer" | "offer";

/**
 * Where an amount came from. A stated one outlives everything but another; one that a buyer's systems stated binds that
 * buyer alone.
 */
export type AmountSource = "stated" | "stated_by_buyer" | "rule" | "terms";

export type Decision = {
  readonly mechanism: Mechanism;
  /** Somebody said so, as against derived from the facts of the call. */
  readonly explicit: boolean;
  readonly decidedAt: Date;
  readonly ruleId: number | null;
  /** The version of the call whose change made it; null until that change has its number. */
  readonly version: number | null;
};

/** One side of a call: the buyer's (party = buyer, amount = revenue) or the offer's (traffic source, payout). */
export type SideState = {
  readonly converted: boolean;
  readonly decision: Decision | null;
  readonly locked: boolean;
  readonly partyId: number | null;
  readonly amountMinor: bigint;
  readonly amountFrom: AmountSource | null;
  /** When the newest update applied to this side was made; an older one is not applied any more. */
  readonly statedAt: Date | null;
  /** A cap kept an automatic mechanism from converting this side. */
  readonly stoppedByCap: boolean;
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

export const SIDES = ["buyer", "offer"] as const;

/** Whether somebody stated the amount, as against derived from rules or terms. */
export function isStated({ amountFrom }: Pick<SideState, "amountFrom">): boolean {
  return amountFrom === "stated" || amountFrom === "stated_by_buyer";
}

/** A decision of the facts: neither said by anybody, nor following the other side. */
export function standsByFacts({ converted, decision }: SideState): boolean {
  return converted && decision !== null && !decision.explicit && decision.mechanism !== "follows_buyer";
}

/** Automatic mechanisms never touch the flag of a side with an explicit update, nor anything of a locked one. */
export function isOpenToFacts({ decision, locked }: SideState): boolean {
  return !locked && !decision?.explicit;
}
