import type { Actor } from "@/lib/access/domain/actor";
import { HOOK_ACCESS, SECURE_TOKEN_ACCESS } from "@/lib/access/domain/roles";
import type { Match } from "./domain/request";
import type { InboxRow } from "./sql/inbox-row";

/** Whoever sent what waits, with what its credential lets it do. */
export function senderOf(row: Pick<InboxRow, "actorType" | "actorId" | "actorName">): Actor {
  const access = row.actorType === "hook" ? HOOK_ACCESS : SECURE_TOKEN_ACCESS;
  return { type: row.actorType, id: row.actorId, name: row.actorName ?? row.actorType, access };
}

/** The buyer whose calls alone it may reach; null where that is not limited. */
export function soughtBuyer({ statement }: Pick<InboxRow, "statement">): number | null {
  const { sought } = statement ?? {};
  if (typeof sought !== "object" || sought === null || !("buyer_id" in sought)) return null;
  return Number(sought.buyer_id);
}

/** What a call has to be for it. */
export function soughtMatch(row: Pick<InboxRow, "statement" | "soughtCaller" | "soughtUuid">): Match | null {
  const buyerId = soughtBuyer(row);
  if (buyerId === null) return null;
  const { from, until } = (row.statement?.sought ?? {}) as { from?: string; until?: string };
  return {
    buyerId,
    ...(row.soughtCaller !== null && { callerHashes: [row.soughtCaller] }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(until !== undefined && { until: new Date(until) }),
  };
}
