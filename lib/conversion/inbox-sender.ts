import type { Actor } from "@/lib/access/domain/actor";
import { tokenAccess, WEBHOOK_ACCESS } from "@/lib/access/domain/roles";
import type { Match } from "./domain/request";
import type { InboxRow } from "./sql/inbox-row";

/** The sender of an inbox item, with the permissions of its credential. */
export function senderOf(row: Pick<InboxRow, "actorType" | "actorId" | "actorName" | "token">): Actor {
  const { actorType: type, actorId: id, token } = row;
  const { buyerId } = token;
  return {
    type,
    id,
    name: row.actorName ?? type,
    access: type === "webhook" ? WEBHOOK_ACCESS : tokenAccess(token),
    ...(buyerId !== null && { buyerIds: [buyerId] }),
  };
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
