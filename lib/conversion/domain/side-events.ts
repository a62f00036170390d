import type { CallState, Side, SideState } from "@/lib/call/domain/call-state";

export type SideEvent = {
  readonly type: `${Side}.${"converted" | "reversed" | "repriced"}`;
  readonly side: Side;
  /** The buyer or traffic source that the event is about. */
  readonly partyId: number;
  /** What the party owed or earned for the call before, and what it does now, in minor units. */
  readonly beforeMinor: bigint;
  readonly afterMinor: bigint;
};

/** What a change means to the parties. A call that moves is reversed for one party and converted for the other. */
export function sideEvents(before: CallState, after: CallState, side: Side): SideEvent[] {
  const [was, is] = [worthOf(before[side]), worthOf(after[side])];
  if (was && is && was.partyId === is.partyId) {
    const { partyId } = is;
    const repriced = { type: `${side}.repriced`, side, partyId, beforeMinor: was.minor, afterMinor: is.minor } as const;
    return was.minor === is.minor ? [] : [repriced];
  }
  const events: SideEvent[] = [];
  if (was)
    events.push({ type: `${side}.reversed`, side, partyId: was.partyId, beforeMinor: was.minor, afterMinor: 0n });
  if (is) events.push({ type: `${side}.converted`, side, partyId: is.partyId, beforeMinor: 0n, afterMinor: is.minor });
  return events;
}

function worthOf({ converted, partyId, amountMinor }: SideState) {
  return converted && partyId !== null ? { partyId, minor: amountMinor } : null;
}
