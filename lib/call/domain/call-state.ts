import type { Mechanism } from "./mechanism";

export type Side = "buyer" | "offer";

/**
 * Where an amount came from. Only another stated amount replaces a stated one; an amount stated by a buyer's systems
 * binds that buyer only.
 */
export type AmountSource = "stated" | "stated_by_buyer" | "rule" | "terms";

export type Decision = {
  readonly mechanism: Mechanism;
  /** Decided by an explicit update, not by the facts. */
  readonly explicit: boolean;
  readonly decidedAt: Date;
  readonly ruleId: number | null;
  /** The version of the change that made the decision; null until the change has its number. */
  readonly version: number | null;
};

/** One side of a call: buyer (party = buyer, amount = revenue) or offer (party = traffic source, amount = payout). */
export type SideState = {
  readonly converted: boolean;
  readonly decision: Decision | null;
  readonly locked: boolean;
  readonly partyId: number | null;
  readonly amountMinor: bigint;
  readonly amountFrom: AmountSource | null;
  /** The time of the newest applied update; older updates are not applied. */
  readonly statedAt: Date | null;
  /** A cap stopped an automatic mechanism from converting this side. */
  readonly stoppedByCap: boolean;
  /** The version that opened the standing charge or payout; null if nothing stands. */
  readonly billedVersion: number | null;
};

/** A side that nothing has decided. */
export const UNDECIDED: SideState = {
  converted: false,
  decision: null,
  locked: false,
  partyId: null,
  amountMinor: 0n,
  amountFrom: null,
  statedAt: null,
  stoppedByCap: false,
  billedVersion: null,
};

/** The fields of a call that a decision reads and writes. */
export type CallState = {
  readonly id: number;
  readonly version: number;
  readonly offerId: number;
  readonly startedAt: Date;
  readonly buyer: SideState;
  readonly offer: SideState;
  /** The terms that priced the payout: their percentage follows the charge, also after newer terms. */
  readonly payoutTermsId: number | null;
};

/** Who owes or earns how much for this side; null if there is nothing to bill. */
export function standing(side: SideState): { readonly partyId: number; readonly amountMinor: bigint } | null {
  if (!side.converted || side.partyId === null || side.amountMinor === 0n) return null;
  return { partyId: side.partyId, amountMinor: side.amountMinor };
}

export const SIDES = ["buyer", "offer"] as const;

/** Whether the amount was stated, not derived from rules or terms. */
export function isStated({ amountFrom }: Pick<SideState, "amountFrom">): boolean {
  return amountFrom === "stated" || amountFrom === "stated_by_buyer";
}

/** Converted by the facts, not by an explicit update and not by following the other side. */
export function standsByFacts({ converted, decision }: SideState): boolean {
  return converted && decision !== null && !decision.explicit && decision.mechanism !== "follows_buyer";
}

/** Automatic mechanisms change neither the flag of an explicit side nor anything of a locked side. */
export function isOpenToFacts({ decision, locked }: SideState): boolean {
  return !locked && !decision?.explicit;
}
