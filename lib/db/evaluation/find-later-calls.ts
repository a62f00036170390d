import type { SqlTx } from "../in-company";

const LATER_CALLS = 1_000;

/** Calls of the same callers after these, that some version of the settings may have taken for their duplicates. */
export async function findLaterCalls(tx: SqlTx, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    select distinct l.id
    from unnest(${ids}::bigint[]) as wanted(id)
    cross join lateral (
      select * from call where call.company_id = ${tx.company} and call.id = wanted.id offset 0
    ) c
    cross join lateral (
      select call.id from call
      where call.company_id = ${tx.company} and call.caller_hash = c.caller_hash and call.started_at >= c.started_at
        and call.started_at < c.started_at + interval '366 days' and call.id <> c.id
        and (call.offer_id = c.offer_id or call.buyer_id is not null)
      order by call.started_at limit ${LATER_CALLS}
    ) l`;
  return rows.map(({ id }) => Number(id));
}
