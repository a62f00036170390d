import type { Span } from "@/lib/cap/domain/cap";
import { windowOf } from "@/lib/cap/domain/cap-window";
import type { Call } from "@/lib/platform/sql/generated/client";
import type { Books } from "./read-books";

type CapRow = Books["caps"][number];

/** Cap usage that differs from the calls of its window. Withdrawn caps no longer count. */
export function capFaults({ calls, caps, capUsage }: Books): string[] {
  const byId = new Map(caps.map((cap) => [cap.id, cap]));
  return capUsage.flatMap(({ capId, windowStart, used }) => {
    const cap = byId.get(capId);
    if (!cap || cap.withdrawnAt !== null) return [];
    const within = calls.filter((call) => countsIn(cap, windowStart, call));
    const standing = within.reduce((sum, call) => sum + shareOf(cap, call), 0n);
    if (standing === used) return [];
    return [`cap ${capId} counts ${used} from ${windowStart.toISOString()}, its calls say ${standing}`];
  });
}

function countsIn(cap: CapRow, windowStart: Date, call: Call): boolean {
  const { start } = windowOf(cap.span as Span, cap.timeZone, call.startedAt);
  return start.getTime() === windowStart.getTime() && (cap.offerId === null || cap.offerId === call.offerId);
}

function shareOf(cap: CapRow, call: Call): bigint {
  const stands =
    cap.buyerId === null
      ? call.offerConverted && call.trafficSourceId === cap.trafficSourceId
      : call.buyerConverted && call.buyerId === cap.buyerId;
  if (!stands) return 0n;
  if (cap.measure === "conversions") return 1n;
  return cap.buyerId === null ? call.payoutMinor : call.revenueMinor;
}
