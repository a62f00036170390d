import type { CallState } from "@/lib/call/domain/call-state";
import type { Cap } from "@/lib/cap/domain/cap";
import { windowOf } from "@/lib/cap/domain/cap-window";
import { windowKey } from "@/lib/cap/domain/touched-windows";
import { type BatchContext, type LoadedCall, proposalKey, type StoppedCall } from "./context";
import type { Plan } from "./plan";

/**
 * Previews several batches in sequence without committing: each plan sees what the earlier plans would have written. A
 * call is in one batch only.
 */
export class PlannedBefore {
  private readonly states = new Map<number, CallState>();
  private readonly stopped = new Map<number, LoadedCall>();
  private readonly used = new Map<string, bigint>();
  private readonly proposed = new Set<string>();

  add({ calls }: Pick<BatchContext, "calls">, plan: Plan): void {
    const loaded = new Map(calls.map((call) => [call.state.id, call]));
    for (const state of plan.states) {
      this.states.set(state.id, state);
      const call = loaded.get(state.id);
      if (call && (state.buyer.stoppedByCap || state.offer.stoppedByCap))
        this.stopped.set(state.id, { ...call, state });
    }
    for (const { capId, start, by } of plan.capUse) {
      const key = windowKey(capId, start);
      this.used.set(key, (this.used.get(key) ?? 0n) + by);
    }
    for (const { callId, side, reason } of plan.inbox) {
      if (callId === null || side === null) continue;
      if (reason === "would_revert" || reason === "duplicate_freed" || reason === "cap_freed")
        this.proposed.add(proposalKey(callId, side, reason));
    }
    for (const { callId, side, reason } of plan.resolvedProposals) {
      this.proposed.delete(proposalKey(callId, side, reason));
    }
  }

  /** The context of a batch as if those plans had been committed. */
  seenBy(context: BatchContext): BatchContext {
    return {
      ...context,
      neighbors: context.neighbors.map((call) => this.planned(call)),
      used: context.used.map((usage) => ({
        ...usage,
        used: usage.used + (this.used.get(windowKey(usage.capId, usage.start)) ?? 0n),
      })),
      proposed: new Set([...context.proposed, ...this.proposed]),
      stoppedByCaps: this.stoppedBy(context),
    };
  }

  private planned(call: LoadedCall): LoadedCall {
    const state = this.states.get(call.state.id);
    return state ? { ...call, state } : call;
  }

  private stoppedBy({ stoppedByCaps, caps }: BatchContext): StoppedCall[] {
    const before = stoppedByCaps.map((stopped) => ({ ...stopped, call: this.planned(stopped.call) }));
    const stoppedBefore = new Set(before.map(({ capId, call }) => `${capId} ${call.state.id}`));
    const since = caps.flatMap((cap) =>
      [...this.stopped.values()].flatMap((call) =>
        isStoppedBy(cap, call.state) && !stoppedBefore.has(`${cap.id} ${call.state.id}`)
          ? [stoppedCall(cap, call)]
          : [],
      ),
    );
    return [...before, ...since].sort(
      (one, other) =>
        +one.call.state.startedAt - +other.call.state.startedAt || one.call.state.id - other.call.state.id,
    );
  }
}

function isStoppedBy({ side, partyId, stopsAutomatic }: Cap, state: CallState): boolean {
  return stopsAutomatic && state[side].stoppedByCap && state[side].partyId === partyId;
}

function stoppedCall(cap: Cap, call: LoadedCall): StoppedCall {
  return { capId: cap.id, windowStart: windowOf(cap.span, cap.timeZone, call.state.startedAt).start, call };
}
