import type { PlannedChange } from "@/lib/conversion/domain/plan";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { type CallBefore, callBefore, type StoredBefore, storedBefore } from "./call-before";

/** A call that a batch changed, from the version before to the version after. */
export type BatchCall = { readonly callId: number; readonly toVersion: number; readonly before: CallBefore };

/**
 * Stores what stood before the changes of a batch. A call that the batch changed earlier keeps that, unless somebody else
 * changed it in between: then it keeps its version, and undoing leaves the call alone.
 */
export async function storeBefore(tx: SqlTx, batchId: number, changes: readonly PlannedChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = new Map<number, { call: number; from: number; to: number; before: StoredBefore }>();
  for (const { change } of changes) {
    const { before, after } = change;
    const earlier = rows.get(after.id);
    if (earlier) earlier.to = after.version;
    else rows.set(after.id, { call: after.id, from: before.version, to: after.version, before: storedBefore(before) });
  }
  await tx.$executeRaw`
    insert into batch_call (company_id, batch_id, call_id, from_version, to_version, before)
    select h.company_id, ${batchId}::bigint, n.call, n."from", n."to", n.before
    from ledger_head h cross join json_to_recordset(${JSON.stringify([...rows.values()])}::json)
      as n(call bigint, "from" integer, "to" integer, before jsonb)
    where h.company_id = ${tx.company}
    on conflict (company_id, batch_id, call_id) do update set to_version = excluded.to_version
      where batch_call.to_version = excluded.from_version`;
}

/** The next calls of a batch by id that `undo` has not put back yet. */
export async function listBatchCalls(
  tx: SqlTx,
  batchId: number,
  { undo, after, limit }: { readonly undo: number | null; readonly after: number; readonly limit: number },
): Promise<BatchCall[]> {
  const rows = await tx.$queryRaw<{ call_id: bigint; to_version: number; before: StoredBefore }[]>`
    select call_id, to_version, before from batch_call b
    where b.company_id = ${tx.company} and b.batch_id = ${batchId}::bigint and b.call_id > ${after}::bigint
      and not exists (select from batch_call u where u.company_id = ${tx.company} and u.batch_id = ${undo}::bigint
        and u.call_id = b.call_id)
    order by call_id limit ${limit}::integer`;
  return rows.map((row) => ({
    callId: Number(row.call_id),
    toVersion: row.to_version,
    before: callBefore(row.before),
  }));
}
