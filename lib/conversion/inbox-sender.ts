import type { Actor } from "@/lib/access/domain/actor";
import { SECURE_TOKEN_ACCESS, WEBHOOK_ACCESS } from "@/lib/access/domain/roles";
import type { Match } from "./domain/request";
import type { InboxRow } from "./sql/inbox-row";

/** The sender of an inbox item, with the permissions of its credential. */
export function senderOf(row: Pick<InboxRow, "actorType" | "actorId" | "actorName">): Actor {
  const access = row.actorType === "webhook" ? WEBHOOK_ACCESS : SECURE_TOKEN_ACCESS;
  return { type: row.actorType, id: row.actorId, name: row.actorName ?? row.actorType, access };
}

/** The only buyer whose calls the item may reach; null for no limit. */
export function soughtBuyer({ conversionUpdate }: Pick<InboxRow, "conversionUpdate">): number | null {
  const { sought } = conversionUpdate ?? {};
  if (typeof sought !== "object" || sought === null || !("buyer_id" in sought)) return null;
  return Number(sought.buyer_id);
}

/** The conditions that a call must meet for this item. */
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
