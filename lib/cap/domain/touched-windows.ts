import type { CallState, Side } from "@/lib/call/domain/call-state";
import { type Cap, capsByParty, countsCall } from "./cap";
import { type Window, windowOf } from "./cap-window";

/** A cap window whose usage the call may change. */
export type TouchedWindow = Window & { readonly capId: number };

/** A call with every party that a batch may set on a side. */
export type PartiesOfCall = { readonly call: CallState } & Readonly<Record<Side, ReadonlySet<number>>>;

const SIDES = ["buyer", "offer"] as const;

/** Every window whose usage these calls can change, once each. */
export function touchedWindows(caps: readonly Cap[], calls: readonly PartiesOfCall[]): TouchedWindow[] {
  const capsOf = capsByParty(caps);
  const touched = new Map<string, TouchedWindow>();
  for (const { call, ...parties } of calls) {
    for (const side of SIDES) {
      for (const partyId of parties[side]) {
        for (const cap of capsOf(side, partyId)) {
          if (!countsCall(cap, call)) continue;
          const window = windowOf(cap.span, cap.timeZone, call.startedAt);
          touched.set(windowKey(cap.id, window.start), { capId: cap.id, ...window });
        }
      }
    }
  }
  return [...touched.values()];
}

export function windowKey(capId: number, start: Date): string {
  return `${capId} ${start.getTime()}`;
}
