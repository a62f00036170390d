import type { Actor } from "@/lib/domain/access/actor";
import type { Side } from "@/lib/domain/conversion/call-state";
import { Prisma } from "../generated/client";
import type { SqlTx } from "../in-company";

export type InboxItem = {
  readonly receivedAt: Date;
  readonly reason: "locked" | "refused";
  readonly callId: number | null;
  readonly side: Side | null;
  readonly mechanism: string;
  readonly actor: Actor;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
};

/** Leaves what could not be applied for a person to look at. */
export async function fileInInbox(tx: SqlTx, items: readonly InboxItem[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(
    (
      item,
    ) => Prisma.sql`(${tx.company}::bigint, ${item.receivedAt}::timestamptz, ${item.reason}, ${item.callId}::bigint,
      ${item.side}, ${item.mechanism}, ${item.actor.type}, ${item.actor.id}::bigint, ${JSON.stringify(item.payload)}::jsonb,
      ${item.problem})`,
  );
  await tx.$executeRaw`
    insert into inbox (company_id, received_at, reason, call_id, side, mechanism, actor_type, actor_id, payload, problem)
    values ${Prisma.join(rows)}`;
}
