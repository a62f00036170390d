import type { SqlTx } from "@/lib/platform/sql/in-company";

/** What happened to a call. `changed` is a change of its conversion, with the version of `call_change`. */
export type Fed =
  | { readonly kind: "changed"; readonly callId: number; readonly version: number }
  | { readonly kind: "created" | "updated" | "erased"; readonly callId: number };

/**
 * Queues what this transaction does to calls for the change feed, which numbers it after the commit. Takes no lock, so
 * conversions of a company do not wait for each other. Throws if the company has no feed.
 */
export async function queueForFeed(tx: SqlTx, fed: readonly Fed[], at: Date): Promise<void> {
  if (fed.length === 0) return;
  const written = await tx.$executeRaw`
    insert into feed_queue (company_id, version, call_id, kind, key, changed_at)
    select h.company_id, coalesce(n.version, 0), n."callId", n.kind, ${crypto.randomUUID()}::uuid, ${at}::timestamptz
    from feed_head h cross join json_to_recordset(${JSON.stringify(fed)}::json) as n("callId" bigint, version integer, kind text)
    where h.company_id = ${tx.company}`;
  if (written !== fed.length) throw new Error(`${fed.length} changes were to be queued, but ${written} were`);
}
