import type { SqlTx } from "@/lib/platform/sql/in-company";

const CHANGES_A_BATCH = 10_000;

type QueuedRow = { version: number; call_id: bigint; kind: string; changed_at: Date };

/**
 * Moves a batch of committed changes from the queue to the feed, with the next numbers of the company. One at a time: the
 * lock on the head is held until the numbers are committed, so nobody reads a number while a lower one is missing.
 * Changes of a call come in order of version, since whoever sees one in the queue sees those before it. Returns how many.
 */
export async function numberFeed(tx: SqlTx): Promise<number> {
  await tx.$queryRaw`select from feed_head where company_id = ${tx.company} for update`;
  const queued = await tx.$queryRaw<QueuedRow[]>`
    with batch as materialized (
      select version, call_id, kind, key from feed_queue where company_id = ${tx.company}
      order by version, call_id, kind, key limit ${CHANGES_A_BATCH}
    )
    delete from feed_queue q using batch
    where q.company_id = ${tx.company} and q.version = batch.version and q.call_id = batch.call_id
      and q.kind = batch.kind and q.key = batch.key
    returning q.version, q.call_id, q.kind, q.changed_at`;
  if (queued.length === 0) return 0;
  await append(tx, queued);
  await tx.$executeRaw`
    update feed_head set number = number + ${queued.length}::bigint where company_id = ${tx.company}`;
  return queued.length;
}

async function append(tx: SqlTx, queued: readonly QueuedRow[]): Promise<void> {
  const rows = JSON.stringify(queued.map((row) => ({ ...row, call_id: row.call_id.toString() })));
  await tx.$executeRaw`
    insert into feed (company_id, number, call_id, version, kind, changed_at)
    select h.company_id, h.number + row_number() over (order by n.version, n.call_id, n.kind), n.call_id, n.version,
      n.kind, n.changed_at
    from feed_head h
    cross join json_to_recordset(${rows}::json) as n(call_id bigint, version integer, kind text, changed_at timestamptz)
    where h.company_id = ${tx.company}`;
}
