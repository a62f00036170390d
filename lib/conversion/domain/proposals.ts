import { AUTOMATIC } from "@/lib/access/domain/system-actor";
import { isOpenToFacts, SIDES, type Side, standsByFacts } from "@/lib/call/domain/call-state";
import type { Mechanism } from "@/lib/call/domain/mechanism";
import { type Cap, countsCall } from "@/lib/cap/domain/cap";
import type { CapCounts } from "@/lib/cap/domain/cap-counts";
import { duplicateWindow } from "@/lib/evaluation/domain/duplicate-window";
import { amountBy } from "@/lib/terms/domain/terms";
import type { CallChange } from "./billing";
import { type BatchContext, proposalKey } from "./context";
import type { EvaluatedSide } from "./evaluate-call";
import type { Evaluations } from "./evaluations";
import type { InboxItem, Proposal } from "./inbox-item";
import type { ResolvedProposal } from "./plan";
import { duplicateParty, type WorkingCall, type WorkingCalls } from "./working-calls";

/** What would convert a side, with the rule's amount in minor units. */
type Wanting = { readonly mechanism: Mechanism; readonly amountMinor?: bigint };
type Evaluated = readonly [WorkingCall, EvaluatedSide];

const PROBLEM: Record<Proposal | "duplicate", string> = {
  would_revert: "No rule matches this call anymore.",
  duplicate: "An earlier call of this caller converted, so this call is now a duplicate.",
  duplicate_freed: "An earlier call of this caller no longer converts, so this call is no longer a duplicate.",
  cap_freed: "The cap that stopped this call has room again.",
};

/** Collects proposals: changes that follow from the facts but need a person's confirmation. */
export class Proposals {
  private readonly filed: InboxItem[] = [];
  private readonly resolved: ResolvedProposal[] = [];
  private readonly proposed: Set<string>;

  constructor(
    private readonly context: BatchContext,
    private readonly calls: WorkingCalls,
    private readonly evaluations: Evaluations,
  ) {
    this.proposed = new Set(context.proposed);
  }

  after(changes: readonly CallChange[], counts: CapCounts) {
    for (const call of this.calls.due()) for (const side of SIDES) this.afterEvaluation(call, side);
    for (const change of changes) for (const side of SIDES) this.afterChange(change, side);
    for (const call of this.calls.corrected()) for (const side of SIDES) this.afterCorrection(call, side);
    this.afterFreedCaps(counts);
    return { filed: this.filed, resolved: this.resolved };
  }

  /** Proposes to revert a conversion that no longer holds, and resolves the proposal if it holds again. */
  private afterEvaluation(call: WorkingCall, side: Side): void {
    if (this.evaluations.holds(call, side)) this.resolve(call, side, "would_revert");
    else if (this.isInQuestion(call, side)) this.propose(call, side, "would_revert", PROBLEM.would_revert);
  }

  /** Duplicates work both ways: a conversion makes later calls of its caller duplicates, a reversal frees them. */
  private afterChange({ before, after }: CallChange, side: Side): void {
    const moved = before[side].partyId !== after[side].partyId;
    const call = this.calls.find({ id: after.id });
    if (!call || (before[side].converted === after[side].converted && !moved)) return;
    if (after[side].converted) this.proposeDuplicates(this.laterCalls(call, side, duplicateParty(after, side)), side);
    if (before[side].converted && (moved || !after[side].converted))
      this.proposeFreed(this.laterCalls(call, side, duplicateParty(before, side)), side);
  }

  /** A corrected start or caller changes which later calls are duplicates of this one. */
  private afterCorrection(call: WorkingCall, side: Side): void {
    const partyId = duplicateParty(call.state, side);
    if (!call.state[side].converted || partyId === null) return;
    const later = this.calls.laterCalls(call, side, partyId).flatMap((laterCall) => this.evaluated(laterCall, side));
    this.proposeDuplicates(later, side);
    this.proposeFreed(later, side);
  }

  private proposeDuplicates(later: readonly Evaluated[], side: Side): void {
    for (const [call, evaluated] of later) {
      const isDuplicate = evaluated.verdict === null && this.isInQuestion(call, side);
      if (isDuplicate) this.propose(call, side, "would_revert", PROBLEM.duplicate, evaluated.verdict);
    }
  }

  private proposeFreed(later: readonly Evaluated[], side: Side): void {
    for (const [call, evaluated] of later) {
      const isFree = !call.state[side].converted && isOpenToFacts(call.state[side]) && holdsByDuplicates(evaluated);
      if (isFree) this.propose(call, side, "duplicate_freed", PROBLEM.duplicate_freed, evaluated.verdict);
    }
  }

  /** Later calls whose duplicate window reaches this call at its start before or after the correction. */
  private laterCalls(call: WorkingCall, side: Side, partyId: number | null): Evaluated[] {
    if (partyId === null) return [];
    const starts = [call.state, call.loaded.state].map(({ startedAt }) => startedAt.getTime());
    const later = this.calls.laterCalls(call, side, partyId).flatMap((laterCall) => this.evaluated(laterCall, side));
    return later.filter(([{ state }, { settings }]) => {
      const window = duplicateWindow(settings.mechanisms) * 1000;
      return starts.some((start) => state.startedAt.getTime() - start < window);
    });
  }

  /**
   * The call with its verdict, if its settings have a duplicate window. Calls that the plan evaluated are decided, so
   * they are left out.
   */
  private evaluated(call: WorkingCall, side: Side): Evaluated[] {
    const evaluated = call.isDue || call.loaded.isErased ? null : this.evaluations.verdictOn(call, side);
    return evaluated && duplicateWindow(evaluated.settings.mechanisms) > 0 ? [[call, evaluated]] : [];
  }

  /** Proposes freed units of a cap to the calls that it stopped, oldest first, as many as fit. */
  private afterFreedCaps(counts: CapCounts): void {
    const freed = new Set(counts.changes().flatMap(({ capId, start, by }) => (by < 0n ? [`${capId} ${+start}`] : [])));
    const usedByCap = new Map<string, bigint>();
    for (const { capId, windowStart, call: loaded } of this.context.stoppedByCaps) {
      const key = `${capId} ${+windowStart}`;
      const cap = this.context.caps.find(({ id }) => id === capId);
      const call = this.calls.find({ id: loaded.state.id }) ?? stranger(loaded);
      if (!cap || !freed.has(key) || !countsCall(cap, call.state) || !isStopped(call, cap)) continue;
      const wanting = this.wantingOf(call, cap.side);
      if (wanting === null) continue;
      const used = (usedByCap.get(key) ?? 0n) + this.shareOf(call, cap, wanting);
      if (counts.usedIn(cap, call.state) + used > cap.limit) continue;
      usedByCap.set(key, used);
      this.propose(call, cap.side, "cap_freed", PROBLEM.cap_freed, wanting);
    }
  }

  /** What would convert the side if the cap had room: a mechanism, or the buyer side that it follows. */
  private wantingOf(call: WorkingCall, side: Side): Wanting | null {
    const verdict = this.evaluations.verdictOn(call, side)?.verdict;
    if (verdict) return verdict;
    const { offerId, startedAt, buyer, offer } = call.state;
    const isUndecided = offer.decision === null || offer.decision.mechanism === "follows_buyer";
    const follows = this.context.settings.inForce("offer", offerId, startedAt)?.followsBuyer === true;
    return side === "offer" && follows && isUndecided && buyer.converted ? { mechanism: "follows_buyer" } : null;
  }

  /** What the call would use of the cap: one conversion, or its amount in minor units. */
  private shareOf({ state }: WorkingCall, { side, measure, partyId }: Cap, { amountMinor }: Wanting): bigint {
    if (measure !== "revenue") return 1n;
    if (amountMinor !== undefined) return amountMinor;
    const { terms } = this.context;
    const { offerId, startedAt } = state;
    const proposal =
      side === "buyer" ? terms.priceFor(offerId, partyId, startedAt) : terms.payoutFor(offerId, partyId, startedAt);
    return proposal ? amountBy(proposal, state.buyer.amountMinor) : 0n;
  }

  private isInQuestion({ state }: WorkingCall, side: Side): boolean {
    return isOpenToFacts(state[side]) && standsByFacts(state[side]);
  }

  private propose(
    call: WorkingCall,
    side: Side,
    reason: Proposal,
    problem: string,
    wanting: Wanting | null = null,
  ): void {
    const key = proposalKey(call.state.id, side, reason);
    if (this.proposed.has(key)) return;
    this.proposed.add(key);
    this.filed.push({
      receivedAt: this.context.now,
      reason,
      callId: call.state.id,
      side,
      mechanism: call.state[side].decision?.mechanism ?? wanting?.mechanism ?? "rule",
      actor: AUTOMATIC,
      payload: {},
      problem,
    });
  }

  private resolve({ state }: WorkingCall, side: Side, reason: Proposal): void {
    if (this.context.proposed.has(proposalKey(state.id, side, reason))) {
      this.resolved.push({ callId: state.id, side, reason });
    }
  }
}

function holdsByDuplicates({ verdict, evaluation }: EvaluatedSide): boolean {
  const clauses = evaluation.converting?.verdictOf.clauses ?? [];
  return verdict !== null && clauses.some(({ subject }) => subject === "earlier calls");
}

function isStopped({ state }: WorkingCall, { side, partyId }: Cap): boolean {
  const { stoppedByCap, converted, partyId: own } = state[side];
  return stoppedByCap && !converted && own === partyId && isOpenToFacts(state[side]);
}

/** A call that the plan does not change. */
function stranger(loaded: BatchContext["calls"][number]): WorkingCall {
  const { uuid, callerMasked, callerHash, state, facts } = loaded;
  return { uuid, callerMasked, loaded, callerHash, state, facts, isDue: false };
}
