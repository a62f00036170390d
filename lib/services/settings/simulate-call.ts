import { decide } from "@/lib/conversion/domain/decide";
import { matchPattern } from "@/lib/conversion/match-pattern";
import type { BatchSurroundings } from "@/lib/db/calls/read-surroundings";
import type { EarlierWanted } from "@/lib/db/evaluation/find-earlier-calls";
import type { SimulatedCall } from "@/lib/db/settings/simulated-calls";
import type { CallState, Side, SideState } from "@/lib/domain/call/call-state";
import { askedTokens } from "@/lib/domain/evaluation/asked-tokens";
import type { EarlierCall } from "@/lib/domain/evaluation/call-facts";
import { evaluate, type Mechanisms } from "@/lib/domain/evaluation/evaluate";
import type { Context } from "../context";
import { callFacts, duplicateWindow, verdictOf } from "../evaluation/judge-calls";

export type Draft = {
  readonly side: Side;
  readonly mechanisms: Mechanisms;
  /** Of an offer's draft; null where the draft is a buyer's. */
  readonly followsBuyer: boolean | null;
};

export type Simulated = {
  readonly call: SimulatedCall;
  readonly before: CallState;
  readonly after: CallState;
  readonly differs: boolean;
  /** The rule or mechanism that converts it, as people call it. */
  readonly by: string | null;
};

/** How a call would stand if the draft had been in force when it started. What somebody said, or locked, stays. */
export function simulateCall(
  call: SimulatedCall,
  earlierCalls: readonly EarlierCall[],
  draft: Draft,
  known: BatchSurroundings,
  { company, now }: Context,
): Simulated {
  const { state: before } = call;
  const { side } = draft;
  if (before[side].decision?.explicit || before[side].locked)
    return { call, before, after: before, differs: false, by: null };
  const { startedAt, offerId, buyer, offer } = before;
  const parties = { offerId, buyerId: buyer.partyId, trafficSourceId: offer.partyId };
  const { answeredAt, endedAt, durationSeconds, connectedSeconds, caller, tokens, transcript } = call;
  const told = { startedAt, answeredAt, endedAt, durationSeconds, connectedSeconds, caller, tokens, transcript };
  const facts = callFacts({ ...told, ...parties }, earlierCalls, askedTokens(draft.mechanisms), company);
  const { converting } = evaluate(draft.mechanisms, facts, matchPattern);
  const verdict = verdictOf(converting, partyOf(before, side), side, facts.tokens, company);
  const offerFollowsBuyer = draft.followsBuyer ?? known.offerFollowsBuyer(before.offerId, before.startedAt);
  const wish = verdict ? ({ kind: "verdict", ...verdict } as const) : ({ kind: "lock", side, locked: false } as const);
  const undecided = { ...before, [side]: withoutDecision(before[side]) };
  const decided = decide(undecided, wish, { ...known, offerFollowsBuyer, repeated: false }, now());
  const after = decided.ok ? decided.call : before;
  return { call, before, after, differs: differs(before, after), by: converting?.name ?? null };
}

export function earlierWanted({ state, callerHash }: SimulatedCall, { side, mechanisms }: Draft): EarlierWanted | null {
  const windowSeconds = duplicateWindow(mechanisms);
  const party = side === "buyer" ? state.buyer.partyId : state.offerId;
  if (windowSeconds === 0 || callerHash === null || party === null) return null;
  const { id: callId, startedAt } = state;
  const whose = side === "buyer" ? { buyerId: party, offerId: null } : { buyerId: null, offerId: party };
  return { callId, callerHash, startedAt, windowSeconds, ...whose };
}

function partyOf(state: CallState, side: Side): number | null {
  return state[side].partyId;
}

function withoutDecision(state: SideState): SideState {
  const amount = state.amountFrom === "stated" ? {} : { amountMinor: 0n, amountFrom: null };
  return { ...state, ...amount, converted: false, decision: null };
}

function differs(before: CallState, after: CallState): boolean {
  return (["buyer", "offer"] as const).some(
    (side) =>
      before[side].converted !== after[side].converted ||
      (before[side].converted && before[side].amountMinor !== after[side].amountMinor),
  );
}
