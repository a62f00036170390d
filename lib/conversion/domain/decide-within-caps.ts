import { type CallState, SIDES, type Side } from "@/lib/call/domain/call-state";
import type { CapCounts, UsedUp } from "@/lib/cap/domain/cap-counts";
import type { Command } from "./command";
import { type Decided, type DecisionContext, decide } from "./decide";

/** A side that an automatic mechanism would have converted if the cap had room. */
export type StoppedSide = { readonly side: Side; readonly usedUp: readonly UsedUp[] };

/**
 * Decides within the caps of automatic conversion. The buyer side goes first, because a payout may be a share of its
 * charge. An offer side that follows the buyer counts as automatic.
 */
export function decideWithinCaps(
  call: CallState,
  command: Command,
  context: DecisionContext,
  now: Date,
  counts: CapCounts,
): { readonly decided: Decided; readonly stopped: readonly StoppedSide[] } {
  let decided = decide(call, command, context, now);
  const stopped: StoppedSide[] = [];
  for (const side of SIDES) {
    if (!decided.ok || decided.change === null) break;
    const usedUp = counts.inTheWayOf(decided.change, side);
    if (usedUp.length === 0) continue;
    stopped.push({ side, usedUp });
    decided = decide(
      call,
      command,
      { ...context, stopped: new Set(stopped.map((stoppedSide) => stoppedSide.side)) },
      now,
    );
  }
  return { decided, stopped };
}
