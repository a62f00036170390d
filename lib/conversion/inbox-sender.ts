import type { Actor } from "@/lib/access/domain/actor";
import { SECURE_TOKEN_ACCESS, WEBHOOK_ACCESS } from "@/lib/access/domain/roles";
import type { Match } from "./domain/request";
import type { InboxRow } from "./sql/inbox-row";

/** Whoever sent what waits, with what its credential lets it do. */
export function senderOf(row: Pick<InboxRow, "actorType" | "actorId" | "actorName">): Actor {
  const access = row.actorType === "webhook" ? WEBHOOK_ACCESS : SECURE_TOKEN_ACCESS;
  return { type: row.actorType, id: row.actorId, name: row.actorName ?? row.actorType, access };
}

/** The buyer whose calls alone it may reach; null where that is not limited. */
export function soughtBuyer({ conversionUpdate }: Pick<InboxRow, "conversionUpdate">): number | null {
  const { sought } = conversionUpdate ?? {};
  if (typeof sought !== "object" || sought === null || !("buyer_id" in sought)) return null;
  return Number(sought.buyer_id);
}

/** What a call has to be for it. */
export function soughtMatch(row: Pick<InboxRow, "conversionUpdate" | "soughtCaller" | "soughtUuid">): Match | null {
  const buyerId = soughtBuyer(row);
  if (buyerId === null) return null;
  const { from, until } = (row.conversionUpdate?.sought ?? {}) as { from?: string; until?: string };
  return {
    buyerId,
    ...(row.soughtCaller !== null && { callerHashes: [row.soughtCaller] }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(until !== undefined && { until: new Date(until) }),
  };
}
