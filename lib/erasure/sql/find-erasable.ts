import type { SqlTx } from "@/lib/platform/sql/in-company";

/** Calls of this caller that still hold personal values, in batches. */
export async function findCallsOfCaller(tx: SqlTx, hashes: readonly Uint8Array[], atMost: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    select c.id from call c
    join call_person p on p.company_id = ${tx.company} and p.call_id = c.id and p.erased_at is null
    where c.company_id = ${tx.company} and c.caller_hash = any(${hashes.map((hash) => Buffer.from(hash))}::bytea[])
    limit ${atMost}::integer`;
  return rows.map(({ id }) => Number(id));
}

export async function countCallsOfCaller(tx: SqlTx, hashes: readonly Uint8Array[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    select count(*) as count from call c
    join call_person p on p.company_id = ${tx.company} and p.call_id = c.id and p.erased_at is null
    where c.company_id = ${tx.company} and c.caller_hash = any(${hashes.map((hash) => Buffer.from(hash))}::bytea[])`;
  return Number(row?.count ?? 0n);
}

/** Whether any call came from this caller, erased or not. */
export async function hasCallOfCaller(tx: SqlTx, hash: Uint8Array): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 as found from call where company_id = ${tx.company} and caller_hash = ${hash}::bytea limit 1`;
  return rows.length > 0;
}

export async function countCallsBefore(tx: SqlTx, before: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: bigint }[]>`
    select count(*) as count from call c
    join call_person p on p.company_id = ${tx.company} and p.call_id = c.id and p.erased_at is null
    where c.company_id = ${tx.company} and c.started_at < ${before}::timestamptz`;
  return Number(row?.count ?? 0n);
}

export type OldCall = { readonly id: number; readonly startedAt: Date; readonly isErased: boolean };

/** Calls that started before a time, oldest first, after a given one. */
export async function listOldCalls(tx: SqlTx, before: Date, after: OldCall | null, atMost: number): Promise<OldCall[]> {
  const rows = await tx.$queryRaw<{ id: bigint; started_at: Date; erased: boolean }[]>`
    select c.id, c.started_at, p.erased_at is not null as erased
    from (
      select id, started_at from call
      where company_id = ${tx.company} and started_at < ${before}::timestamptz
        and (started_at, id) > (${after?.startedAt ?? new Date(0)}::timestamptz, ${after?.id ?? 0}::bigint)
      order by started_at, id limit ${atMost}::integer
    ) c
    left join call_person p on p.company_id = ${tx.company} and p.call_id = c.id
    order by c.started_at, c.id`;
  return rows.map((row) => ({ id: Number(row.id), startedAt: row.started_at, isErased: row.erased }));
}
