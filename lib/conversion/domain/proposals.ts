import { AUTOMATIC } from "@/lib/domain/access/system-actor";
import { isOpenToFacts, SIDES, type Side, standsByFacts } from "@/lib/domain/call/call-state";
import { type Cap, countsCall } from "@/lib/domain/cap/cap";
import type { CapCounts } from "@/lib/domain/cap/cap-counts";
import { duplicateWindow } from "@/lib/domain/evaluation/duplicate-window";
import type { InboxItem, Proposal } from "@/lib/domain/inbox/inbox-item";
import { amountBy } from "@/lib/domain/terms/terms";
import type { CallChange } from "./billing";
import { type BatchContext, proposalKey } from "./context";
import type { EvaluatedSide } from "./evaluate-call";
import type { Evaluations } from "./evaluations";
import type { ResolvedProposal } from "./plan";
import { duplicateParty, type WorkingCall, type WorkingCalls } from "./working-calls";

const PROBLEM: Record<Proposal | "duplicate", string> = {
  would_revert: "No rule matches this call any more.",
  duplicate: "An earlier call of this caller converted: this one is a duplicate now.",
  duplicate_freed: "An earlier call of this caller converts no more: this one is no duplicate now.",
  cap_freed: "A cap that kept this call from converting has room again.",
};

/** What the facts would have otherwise and a person has to confirm: nothing that stands is undone, or done late, by itself. */
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
    this.afterFreedCaps(counts);
    return { filed: this.filed, resolved: this.resolved };
  }

  /** A conversion that no longer holds is proposed to be reverted; one that holds again is not in question. */
  private afterEvaluation(call: WorkingCall, side: Side): void {
    const evaluated = this.evaluations.of(call, side);
    if (evaluated === null) return;
    if (evaluated.verdict !== null) this.resolve(call, side, "would_revert");
    else if (this.isInQuestion(call, side)) this.propose(call, side, "would_revert", PROBLEM.would_revert);
  }

  /** Duplicates work both ways: what converts makes later calls of its caller duplicates, what falls frees them. */
  private afterChange({ before, after }: CallChange, side: Side): void {
    const moved = before[side].partyId !== after[side].partyId;
    const call = this.calls.find({ id: after.id });
    if (!call || (before[side].converted === after[side].converted && !moved)) return;
    if (after[side].converted) {
      for (const [later, evaluated] of this.laterCalls(call, side, duplicateParty(after, side))) {
        const isDuplicate = evaluated.verdict === null && this.isInQuestion(later, side);
        if (isDuplicate) this.propose(later, side, "would_revert", PROBLEM.duplicate, evaluated);
      }
    }
    if (before[side].converted && (moved || !after[side].converted)) {
      for (const [later, evaluated] of this.laterCalls(call, side, duplicateParty(before, side))) {
        const isFree = !later.state[side].converted && isOpenToFacts(later.state[side]) && holdsByDuplicates(evaluated);
        if (isFree) this.propose(later, side, "duplicate_freed", PROBLEM.duplicate_freed, evaluated);
      }
    }
  }

  /** Later calls whose settings look back to this one, with what they say now. Those that the plan evaluated are decided already. */
  private laterCalls(call: WorkingCall, side: Side, partyId: number | null): [WorkingCall, EvaluatedSide][] {
    if (partyId === null) return [];
    return this.calls.laterCalls(call, side, partyId).flatMap((later): [WorkingCall, EvaluatedSide][] => {
      const evaluated = later.isDue || later.loaded.isErased ? null : this.evaluations.verdictOn(later, side);
      const apart = later.state.startedAt.getTime() - call.state.startedAt.getTime();
      const looksBack = evaluated !== null && apart < duplicateWindow(evaluated.settings.mechanisms) * 1000;
      return looksBack ? [[later, evaluated]] : [];
    });
  }

  /** A freed unit is proposed to the calls that the cap had stopped, oldest first, as many as fit. */
  private afterFreedCaps(counts: CapCounts): void {
    const freed = new Set(counts.changes().flatMap(({ capId, start, by }) => (by < 0n ? [`${capId} ${+start}`] : [])));
    const taken = new Map<string, bigint>();
    for (const { capId, windowStart, call: loaded } of this.context.stoppedByCaps) {
      const key = `${capId} ${+windowStart}`;
      const cap = this.context.caps.find(({ id }) => id === capId);
      const call = this.calls.find({ id: loaded.state.id }) ?? stranger(loaded);
      if (!cap || !freed.has(key) || !countsCall(cap, call.state) || !isStopped(call, cap)) continue;
      const evaluated = this.evaluations.verdictOn(call, cap.side);
      if (evaluated?.verdict == null) continue;
      const used = (taken.get(key) ?? 0n) + this.shareOf(call, cap, evaluated);
      if (counts.usedIn(cap, call.state) + used > cap.limit) continue;
      taken.set(key, used);
      this.propose(call, cap.side, "cap_freed", PROBLEM.cap_freed, evaluated);
    }
  }

  /** What the call would use of the cap: one conversion, or its amount. */
  private shareOf({ state }: WorkingCall, { side, measure, partyId }: Cap, { verdict }: EvaluatedSide): bigint {
    if (measure !== "revenue") return 1n;
    if (verdict?.amountMinor !== undefined) return verdict.amountMinor;
    const { terms } = this.context;
    const { offerId, startedAt } = state;
    const found =
      side === "buyer" ? terms.priceFor(offerId, partyId, startedAt) : terms.payoutFor(offerId, partyId, startedAt);
    return found ? amountBy(found, state.buyer.amountMinor) : 0n;
  }

  private isInQuestion({ state }: WorkingCall, side: Side): boolean {
    return isOpenToFacts(state[side]) && standsByFacts(state[side]);
  }

  private propose(call: WorkingCall, side: Side, reason: Proposal, problem: string, evaluated?: EvaluatedSide): void {
    const key = proposalKey(call.state.id, side, reason);
    if (this.proposed.has(key)) return;
    this.proposed.add(key);
    this.filed.push({
      receivedAt: this.context.now,
      reason,
      callId: call.state.id,
      side,
      mechanism: call.state[side].decision?.mechanism ?? evaluated?.verdict?.mechanism ?? "rule",
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
  const clauses = evaluation.converting?.judgement.clauses ?? [];
  return verdict !== null && clauses.some(({ subject }) => subject === "earlier calls");
}

function isStopped({ state }: WorkingCall, { side, partyId }: Cap): boolean {
  const { stoppedByCap, converted, partyId: own } = state[side];
  return stoppedByCap && !converted && own === partyId && isOpenToFacts(state[side]);
}

/** A call that the plan does not touch. */
function stranger(loaded: BatchContext["calls"][number]): WorkingCall {
  const { uuid, callerMasked, callerHash, state, facts } = loaded;
  return { uuid, callerMasked, loaded, callerHash, state, facts, isDue: false };
}
