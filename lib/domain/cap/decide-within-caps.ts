import type { CallState, Side } from "../conversion/call-state";
import { type Decided, decide, type Surroundings } from "../conversion/decide";
import type { Wish } from "../conversion/wish";
import type { CapCounts, UsedUp } from "./cap-counts";

/** A side that an automatic mechanism would have converted, had there been room. */
export type StoppedSide = { readonly side: Side; readonly usedUp: readonly UsedUp[] };

const SIDES = ["buyer", "offer"] as const;

/**
 * The decision as far as the caps let automatic mechanisms go. The buyer's side goes first, since the payout may be a
 * share of its charge. An offer side that follows the buyer is automatic too.
 */
export function decideWithinCaps(
  call: CallState,
  wish: Wish,
  known: Surroundings,
  now: Date,
  counts: CapCounts,
): { readonly decided: Decided; readonly stopped: readonly StoppedSide[] } {
  let decided = decide(call, wish, known, now);
  const stopped: StoppedSide[] = [];
  for (const side of SIDES) {
    if (!decided.ok || decided.change === null) break;
    const usedUp = counts.inTheWayOf(decided.change, side);
    if (usedUp.length === 0) continue;
    stopped.push({ side, usedUp });
    decided = decide(call, wish, { ...known, stopped: new Set(stopped.map((each) => each.side)) }, now);
  }
  return { decided, stopped };
}
