import { maskCaller } from "@/lib/domain/call/mask-caller";
import type { Segment } from "@/lib/domain/evaluation/call-facts";
import type { CallRecord } from "../calls/insert-calls";
import { Prisma } from "../generated/client";
import type { SqlTx } from "../in-company";

/** A call that only its source knows so far. */
export type SourceCallRecord = CallRecord & { readonly externalId: string; readonly transcript: readonly Segment[] };

/**
 * Inserts calls that are new and answers their numbers by external id; without one, the company has such a call already.
 * VALUES rather than a select, since the rows draw identities.
 */
export async function insertSourceCalls(
  tx: SqlTx,
  records: readonly SourceCallRecord[],
): Promise<ReadonlyMap<string, number>> {
  if (records.length === 0) return new Map();
  const rows = records.map((record) => {
    const hash = record.callerHash && Buffer.from(record.callerHash);
    return Prisma.sql`(${tx.company}::bigint, ${record.externalId}, ${hash}::bytea, ${maskCaller(record.caller)}, ${record.offerId}::bigint,
      ${record.trafficSourceId}::bigint, ${record.buyerId}::bigint, ${record.startedAt}::timestamptz,
      ${record.answeredAt}::timestamptz, ${record.endedAt}::timestamptz, ${record.durationSeconds}::integer,
      ${record.connectedSeconds}::integer)`;
  });
  const inserted = await tx.$queryRaw<{ id: bigint; external_id: string }[]>`
    insert into call (company_id, external_id, caller_hash, caller_masked, offer_id, traffic_source_id, buyer_id, started_at,
      answered_at, ended_at, duration_seconds, connected_seconds)
    values ${Prisma.join(rows)}
    on conflict do nothing
    returning id, external_id`;
  const ids = new Map(inserted.map(({ id, external_id }) => [external_id, Number(id)]));
  await insertPersons(tx, records, ids);
  return ids;
}

async function insertPersons(
  tx: SqlTx,
  records: readonly SourceCallRecord[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = records.flatMap(({ externalId, caller, recordingUrl, tokens, transcript }) => {
    const id = ids.get(externalId);
    return id === undefined ? [] : [{ id, caller, recordingUrl, tokens, transcript }];
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into call_person (company_id, call_id, caller, recording_url, tokens, transcript)
    select h.company_id, n.id, n.caller, n."recordingUrl", n.tokens, n.transcript
    from ledger_head h cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id bigint, caller text,
      "recordingUrl" text, tokens jsonb, transcript jsonb)
    where h.company_id = ${tx.company}`;
}
