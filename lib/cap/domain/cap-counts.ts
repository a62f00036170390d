import { type CallState, SIDES, type Side } from "@/lib/call/domain/call-state";
import { type Cap, capsByParty, countsCall, shareOf } from "./cap";
import { windowOf } from "./cap-window";
import { windowKey } from "./touched-windows";

/** How much of a cap window is used: conversions, or minor units. */
export type Used = { readonly capId: number; readonly start: Date; readonly used: bigint };

/** A change of a window's usage. */
export type UsedMore = { readonly capId: number; readonly start: Date; readonly by: bigint };

/** A cap that stops an automatic mechanism, with its usage at that moment. */
export type UsedUp = { readonly cap: Cap; readonly used: bigint };

/** A call before and after a change. */
type Moved = { readonly before: CallState; readonly after: CallState };

/** Usage of the cap windows that a batch touches, updated with each change. Their rows must be locked. */
export class CapCounts {
  private readonly capsOf: (side: Side, partyId: number | null) => readonly Cap[];
  private readonly windows = new Map<string, { readonly start: Date; readonly used: bigint; by: bigint }>();

  constructor(caps: readonly Cap[], used: readonly Used[]) {
    this.capsOf = capsByParty(caps);
    this.know(used);
  }

  /** Adds windows with their usage. */
  know(used: readonly Used[]): void {
    for (const usage of used) this.windows.set(windowKey(usage.capId, usage.start), { ...usage, by: 0n });
  }

  knows({ capId, start }: Pick<Used, "capId" | "start">): boolean {
    return this.windows.has(windowKey(capId, start));
  }

  /**
   * The caps that stop this change. They stop only a side that converts automatically with this change: explicit
   * conversions pass, and existing conversions are never reverted.
   */
  inTheWayOf({ before, after }: Moved, side: Side): UsedUp[] {
    const { decision, converted, partyId } = after[side];
    if (!converted || decision === null || decision.explicit) return [];
    if (before[side].converted && before[side].decision?.explicit === false) return [];
    return this.capsOf(side, partyId).flatMap((cap) => {
      if (!cap.stopsAutomatic || !countsCall(cap, after)) return [];
      const used = this.usedIn(cap, after) - shareOf(cap, before);
      return used + shareOf(cap, after) > cap.limit ? [{ cap, used }] : [];
    });
  }

  /** Adds to the windows of the call's new start, and subtracts from those of its old start. */
  take({ before, after }: Moved): void {
    for (const side of SIDES) {
      for (const partyId of new Set([before[side].partyId, after[side].partyId])) {
        for (const cap of this.capsOf(side, partyId)) {
          const [was, is] = [shareOf(cap, before), shareOf(cap, after)];
          if (was !== 0n) this.windowOf(cap, before).by -= was;
          if (is !== 0n) this.windowOf(cap, after).by += is;
        }
      }
    }
  }

  /** Adds the usage of a call that was not counted. */
  add(call: CallState): void {
    for (const side of SIDES) {
      for (const cap of this.capsOf(side, call[side].partyId)) {
        const share = shareOf(cap, call);
        if (share !== 0n) this.windowOf(cap, call).by += share;
      }
    }
  }

  changes(): UsedMore[] {
    return [...this.windows].flatMap(([key, { start, by }]) =>
      by === 0n ? [] : [{ capId: Number(key.split(" ", 1)[0]), start, by }],
    );
  }

  /** Current usage of the window in which the call starts. */
  usedIn(cap: Cap, call: CallState): bigint {
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
