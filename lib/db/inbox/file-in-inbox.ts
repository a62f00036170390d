import type { Actor } from "@/lib/domain/access/actor";
import type { Side } from "@/lib/domain/call/call-state";
import { eraseLateItems } from "../erasure/erase-late";
import { Prisma } from "../generated/client";
import type { SqlTx } from "../in-company";

export const INBOX_REASONS = [
  "unmatched",
  "ambiguous",
  "refused",
  "locked",
  "outside_limits",
  "would_fall",
  "duplicate_freed",
] as const;
export type InboxReason = (typeof INBOX_REASONS)[number];

export type InboxItem = {
  readonly receivedAt: Date;
  readonly reason: InboxReason;
  readonly callId: number | null;
  readonly side: Side | null;
  readonly mechanism: string;
  readonly actor: Actor;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
  /** What was meant, as an update of the call, where that could be made out: what accepting it will say. */
  readonly statement?: Readonly<Record<string, unknown>>;
  /** The call that is looked for: when it arrives, the statement is applied to it. */
  readonly soughtUuid?: string;
  /** The same for a call that is only known by its caller: the hash of the number. */
  readonly soughtCaller?: Uint8Array;
  readonly endpointId?: number;
};

/** Leaves what could not be applied for a person to look at, without what is erased. */
export async function fileInInbox(tx: SqlTx, items: readonly InboxItem[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(
    (
      item,
    ) => Prisma.sql`(${tx.company}::bigint, ${item.receivedAt}::timestamptz, ${item.reason}, ${item.callId}::bigint,
      ${item.side}, ${item.mechanism}, ${item.actor.type}, ${item.actor.id}::bigint, ${JSON.stringify(item.payload)}::jsonb,
      ${item.problem}, ${item.statement ? JSON.stringify(item.statement) : null}::jsonb, ${item.soughtUuid ?? null}::uuid,
      decode(${item.soughtCaller ? Buffer.from(item.soughtCaller).toString("hex") : null}, 'hex'), ${item.endpointId ?? null}::bigint)`,
  );
  const filed = await tx.$queryRaw<{ id: bigint }[]>`
    insert into inbox (company_id, received_at, reason, call_id, side, mechanism, actor_type, actor_id, payload, problem,
      statement, sought_uuid, sought_caller, endpoint_id)
    values ${Prisma.join(rows)}
    returning id`;
  const ids = filed.map(({ id }) => Number(id)).sort((one, other) => one - other);
  await eraseLateItems(
    tx,
    ids.map((id, position) => ({ id, words: wordsOf(items[position]) })),
  );
}

/** What may name somebody in an item that is about no call. */
function wordsOf(item: InboxItem | undefined): string | null {
  return item && item.callId === null ? JSON.stringify([item.payload, item.statement]) : null;
}
