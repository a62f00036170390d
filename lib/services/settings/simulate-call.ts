import type { BatchSurroundings } from "@/lib/db/calls/read-surroundings";
import type { EarlierWanted } from "@/lib/db/evaluation/find-earlier-calls";
import type { SimulatedCall } from "@/lib/db/settings/simulated-calls";
import { withDerivedSeconds } from "@/lib/domain/call/call-times";
import type { CallState, Side, SideState } from "@/lib/domain/conversion/call-state";
import { decide } from "@/lib/domain/conversion/decide";
import type { EarlierCall } from "@/lib/domain/evaluation/call-facts";
import { evaluate, type Mechanisms } from "@/lib/domain/evaluation/evaluate";
import { systemTokens } from "@/lib/domain/evaluation/system-tokens";
import type { Context } from "../context";
import { verdictOf } from "../evaluation/judge-calls";
import { matchPattern } from "../evaluation/match-pattern";

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
  const { converting } = evaluate(draft.mechanisms, factsOf(call, earlierCalls, company.timeZone), matchPattern);
  const verdict = verdictOf(converting, partyOf(before, side), side, call.tokens, company);
  const offerFollowsBuyer = draft.followsBuyer ?? known.offerFollowsBuyer(before.offerId, before.startedAt);
  const wish = verdict ? ({ kind: "verdict", ...verdict } as const) : ({ kind: "lock", side, locked: false } as const);
  const undecided = { ...before, [side]: withoutDecision(before[side]) };
  const decided = decide(undecided, wish, { ...known, offerFollowsBuyer, repeated: false }, now());
  const after = decided.ok ? decided.call : before;
  return { call, before, after, differs: differs(before, after), by: converting?.name ?? null };
}

export function earlierWanted({ state, callerHash }: SimulatedCall, { side, mechanisms }: Draft): EarlierWanted | null {
  const windowSeconds = Math.max(0, ...mechanisms.rules.map(({ duplicates }) => duplicates?.seconds ?? 0));
  const party = side === "buyer" ? state.buyer.partyId : state.offerId;
  if (windowSeconds === 0 || callerHash === null || party === null) return null;
  const { id: callId, startedAt } = state;
  const whose = side === "buyer" ? { buyerId: party, offerId: null } : { buyerId: null, offerId: party };
  return { callId, callerHash, startedAt, windowSeconds, ...whose };
}

function factsOf(call: SimulatedCall, earlierCalls: readonly EarlierCall[], timeZone: string) {
  const { startedAt, offerId, buyer, offer } = call.state;
  const times = withDerivedSeconds({ ...call, startedAt });
  const told = {
    startedAt,
    answered: call.answeredAt !== null || (call.connectedSeconds ?? 0) > 0,
    durationSeconds: times.durationSeconds,
    connectedSeconds: times.connectedSeconds,
  };
  const identity = { caller: call.caller, offerId, buyerId: buyer.partyId, trafficSourceId: offer.partyId };
  const tokens = { ...call.tokens, ...systemTokens(told, identity, timeZone) };
  return { ...told, tokens, transcript: call.transcript, earlierCalls };
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
