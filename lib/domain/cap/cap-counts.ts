import type { CallChange } from "../conversion/billing";
import type { CallState, Side } from "../conversion/call-state";
import { type Cap, capsByParty, countsCall, shareOf } from "./cap";
import { windowOf } from "./cap-window";
import { windowKey } from "./touched-windows";

/** How much of a window of a cap is used: conversions, or minor units. */
export type Used = { readonly capId: number; readonly start: Date; readonly used: bigint };

/** What came to a window, or went from it. */
export type UsedMore = { readonly capId: number; readonly start: Date; readonly by: bigint };

/** A cap that stands in an automatic mechanism's way, and what was used of it then. */
export type UsedUp = { readonly cap: Cap; readonly used: bigint };

const SIDES = ["buyer", "offer"] as const;

/** The windows of caps that a batch touches, counted on from change to change. Their rows have to be locked. */
export class CapCounts {
  private readonly capsOf: (side: Side, partyId: number | null) => readonly Cap[];
  private readonly windows = new Map<string, { readonly start: Date; readonly used: bigint; by: bigint }>();

  constructor(caps: readonly Cap[], used: readonly Used[]) {
    this.capsOf = capsByParty(caps);
    for (const each of used) this.windows.set(windowKey(each.capId, each.start), { ...each, by: 0n });
  }

  /**
   * The caps that keep this change from an automatic mechanism. Only a side that converts by itself just now is kept: what
   * somebody said converts whatever the cap, and what stands is never undone.
   */
  inTheWayOf({ before, after }: CallChange, side: Side): UsedUp[] {
    const { decision, converted, partyId } = after[side];
    if (!converted || decision === null || decision.explicit) return [];
    if (before[side].converted && before[side].decision?.explicit === false) return [];
    return this.capsOf(side, partyId).flatMap((cap) => {
      if (!cap.stopsAutomatic || !countsCall(cap, after)) return [];
      const used = this.usedBy(cap, after) - shareOf(cap, before);
      return used + shareOf(cap, after) > cap.limit ? [{ cap, used }] : [];
    });
  }

  /** A change adds to windows and takes from them, always those in which the call started. */
  take({ before, after }: CallChange): void {
    for (const side of SIDES) {
      for (const partyId of new Set([before[side].partyId, after[side].partyId])) {
        for (const cap of this.capsOf(side, partyId)) {
          const by = shareOf(cap, after) - shareOf(cap, before);
          if (by !== 0n) this.windowOf(cap, after).by += by;
        }
      }
    }
  }

  changes(): UsedMore[] {
    return [...this.windows].flatMap(([key, { start, by }]) =>
      by === 0n ? [] : [{ capId: Number(key.split(" ", 1)[0]), start, by }],
    );
  }

  private usedBy(cap: Cap, call: CallState): bigint {
    const { used, by } = this.windowOf(cap, call);
    return used + by;
  }

  private windowOf(cap: Cap, { startedAt }: CallState) {
    const { start } = windowOf(cap.span, cap.timeZone, startedAt);
    const window = this.windows.get(windowKey(cap.id, start));
    if (!window) throw new Error(`the window of cap ${cap.id} from ${start.toISOString()} is not locked`);
    return window;
  }
}
