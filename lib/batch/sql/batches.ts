import type { Actor } from "@/lib/access/domain/actor";
import type { SqlTx } from "@/lib/platform/sql/in-company";

type BatchKind = "bulk" | "undo";
export type NewBatch = {
  readonly kind: BatchKind;
  readonly actor: Pick<Actor, "type" | "id">;
  readonly reason: string | null;
  readonly at: Date;
  readonly undoes?: number;
};
export type Counts = Readonly<Record<"received" | "changed" | "held" | "rejected", number>>;
export type BatchRow = Counts & {
  readonly id: number;
  readonly kind: BatchKind;
  readonly actorType: Actor["type"];
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly startedAt: Date;
  readonly progressAt: Date;
  readonly finishedAt: Date | null;
  readonly calls: number;
  readonly undoes: number | null;
  readonly undoneBy: number | null;
};

export async function insertBatch(
  tx: SqlTx,
  { kind, actor, reason, at, undoes = undefined }: NewBatch,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    insert into batch (company_id, kind, actor_type, actor_id, reason, started_at, progress_at, undoes)
    values (${tx.company}, ${kind}, ${actor.type}, ${actor.id}::bigint, ${reason}, ${at}::timestamptz, ${at}::timestamptz,
      ${undoes ?? null}::bigint)
    returning id`;
  if (!row) throw new Error("a batch was not inserted");
  return Number(row.id);
}

/** Adds up what one transaction of the batch did. */
export async function countUp(
  tx: SqlTx,
  id: number,
  { received, changed, held, rejected }: Counts,
  { at, isLast }: { readonly at: Date; readonly isLast: boolean },
): Promise<void> {
  await tx.$executeRaw`
    update batch set received = received + ${received}::integer, changed = changed + ${changed}::integer,
      held = held + ${held}::integer, rejected = rejected + ${rejected}::integer, progress_at = ${at}::timestamptz,
      finished_at = case when ${isLast}::boolean then ${at}::timestamptz else finished_at end
    where company_id = ${tx.company} and id = ${id}::bigint`;
}

/** The batches below an id, newest first, or one. */
export async function readBatches(
  tx: SqlTx,
  {
    below = null,
    id = null,
    limit,
  }: { readonly below?: number | null; readonly id?: number | null; readonly limit: number },
): Promise<BatchRow[]> {
  type Row = Omit<BatchRow, "id" | "calls" | "undoes" | "undoneBy"> &
    Readonly<Record<"id" | "calls", bigint>> & { readonly undoes: bigint | null; readonly undoneBy: bigint | null };
  const rows = await tx.$queryRaw<Row[]>`
    select b.id, b.kind, b.actor_type as "actorType", b.reason, b.started_at as "startedAt", b.progress_at as "progressAt",
      b.finished_at as "finishedAt", b.received, b.changed, b.held, b.rejected, b.undoes, b.undone_by as "undoneBy",
      (select count(*) from batch_call c where c.company_id = ${tx.company} and c.batch_id = b.id) as calls,
      case b.actor_type when 'member' then (select m.name from member m where m.company_id = b.company_id and m.id = b.actor_id)
        when 'api_key' then (select k.name from api_key k where k.company_id = b.company_id and k.id = b.actor_id) end
        as "actorName"
    from batch b
    where b.company_id = ${tx.company} and b.id < coalesce(${below}::bigint, ${Number.MAX_SAFE_INTEGER})
      and b.id = coalesce(${id}::bigint, b.id)
    order by b.id desc limit ${limit}::integer`;
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    calls: Number(row.calls),
    undoes: row.undoes === null ? null : Number(row.undoes),
    undoneBy: row.undoneBy === null ? null : Number(row.undoneBy),
  }));
}

export type LockedBatch = {
  readonly undoneBy: number | null;
  readonly finishedAt: Date | null;
  readonly progressAt: Date;
};

/** Whoever undoes the same batch waits. */
export async function lockBatch(tx: SqlTx, id: number): Promise<LockedBatch | null> {
  const [row] = await tx.$queryRaw<(Omit<LockedBatch, "undoneBy"> & { undoneBy: bigint | null })[]>`
    select undone_by as "undoneBy", finished_at as "finishedAt", progress_at as "progressAt" from batch
    where batch.company_id = ${tx.company} and batch.id = ${id}::bigint for no key update`;
  return row ? { ...row, undoneBy: row.undoneBy === null ? null : Number(row.undoneBy) } : null;
}

export async function markUndone(tx: SqlTx, id: number, undoneBy: number): Promise<void> {
  await tx.$executeRaw`
    update batch set undone_by = ${undoneBy}::bigint where company_id = ${tx.company} and id = ${id}::bigint`;
}
