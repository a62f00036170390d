import type { Actor } from "@/lib/access/domain/actor";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type NewErasure = {
  readonly erasedAt: Date;
  /** Calls that started before this; null for the erasure of one caller. */
  readonly startedBefore: Date | null;
  readonly callerHash: Uint8Array | null;
  /** Recognizes the number in later events; null if it has too few digits. */
  readonly digitsHash: Uint8Array | null;
  readonly callCount: number;
};

export type Erasure = Omit<NewErasure, "digitsHash"> & {
  readonly id: number;
  readonly actorType: Actor["type"];
  readonly actorName: string | null;
};

type Row = {
  id: bigint;
  erased_at: Date;
  started_before: Date | null;
  caller_hash: Uint8Array | null;
  call_count: number;
  actor_type: Actor["type"];
  actor_name: string | null;
};

export async function insertErasure(tx: SqlTx, actor: Actor, erasure: NewErasure): Promise<void> {
  await tx.$executeRaw`
    insert into erasure (company_id, erased_at, started_before, caller_hash, digits_hash, call_count, actor_type, actor_id)
    values (${tx.company}::bigint, ${erasure.erasedAt}::timestamptz, ${erasure.startedBefore}::timestamptz,
      ${erasure.callerHash && Buffer.from(erasure.callerHash)}::bytea,
      ${erasure.digitsHash && Buffer.from(erasure.digitsHash)}::bytea, ${erasure.callCount}::integer, ${actor.type},
      ${actor.id}::bigint)`;
}

/** Newest first. */
export async function listErasures(tx: SqlTx, below: number | null, atMost: number): Promise<Erasure[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select e.id, e.erased_at, e.started_before, e.caller_hash, e.call_count, e.actor_type, coalesce(m.name, k.name) as actor_name
    from erasure e
    left join member m on e.actor_type = 'member' and m.company_id = ${tx.company} and m.id = e.actor_id
    left join api_key k on e.actor_type = 'api_key' and k.company_id = ${tx.company} and k.id = e.actor_id
    where e.company_id = ${tx.company} and e.id < coalesce(${below}::bigint, 9223372036854775807)
    order by e.id desc limit ${atMost}::integer`;
  return rows.map((row) => ({
    id: Number(row.id),
    erasedAt: row.erased_at,
    startedBefore: row.started_before,
    callerHash: row.caller_hash,
    callCount: row.call_count,
    actorType: row.actor_type,
    actorName: row.actor_name,
  }));
}

/** Days until personal values are erased; null for never. */
export async function readEraseAfterDays(tx: SqlTx): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ days: number | null }[]>`
    select erase_after_days as days from company where id = ${tx.company}`;
  return row?.days ?? null;
}

export async function saveEraseAfterDays(tx: SqlTx, days: number | null): Promise<void> {
  await tx.$executeRaw`update company set erase_after_days = ${days}::integer where id = ${tx.company}`;
}
