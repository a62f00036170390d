import type { CallTimes } from "@/lib/domain/call/call-times";
import { maskCaller } from "@/lib/domain/call/mask-caller";
import type { Tx } from "../in-company";
import type { CallRecord } from "./insert-calls";

export type KnownCall = CallTimes & { readonly id: number; readonly tokens: Readonly<Record<string, string>> };

type Row = {
  external_id: string;
  id: bigint;
  started_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  duration_seconds: number | null;
  connected_seconds: number | null;
  tokens: Record<string, string> | null;
};

/** The calls with these external ids, locked in id order so that two sets that share some do not dead-lock. */
export async function lockCallsByExternalId(tx: Tx, externalIds: readonly string[]): Promise<Map<string, KnownCall>> {
  if (externalIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    select external_id, id, started_at, answered_at, ended_at, duration_seconds, connected_seconds,
      (select p.tokens from call_person p where p.company_id = ${tx.company} and p.call_id = call.id) as tokens
    from call where company_id = ${tx.company} and external_id = any(${externalIds}::text[])
    order by id
    for update`;
  return new Map(rows.map((row) => [row.external_id, knownCall(row)]));
}

function knownCall(row: Row): KnownCall {
  return {
    id: Number(row.id),
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
    connectedSeconds: row.connected_seconds,
    tokens: row.tokens ?? {},
  };
}

/** Fills what is empty and touches nothing that is there. New tokens join the others; known ones keep their value. */
export async function fillCall(tx: Tx, id: number, record: Omit<CallRecord, "offerId">): Promise<void> {
  await tx.$executeRaw`
    update call set
      answered_at = coalesce(answered_at, ${record.answeredAt}::timestamptz),
      ended_at = coalesce(ended_at, ${record.endedAt}::timestamptz),
      duration_seconds = coalesce(duration_seconds, ${record.durationSeconds}::integer),
      connected_seconds = coalesce(connected_seconds, ${record.connectedSeconds}::integer),
      buyer_id = coalesce(buyer_id, ${record.buyerId}::bigint),
      traffic_source_id = coalesce(traffic_source_id, ${record.trafficSourceId}::bigint),
      caller_hash = coalesce(caller_hash, ${record.callerHash}::bytea),
      caller_masked = coalesce(caller_masked, ${maskCaller(record.caller)}::text)
    where company_id = ${tx.company} and id = ${id}`;
  await tx.$executeRaw`
    update call_person set
      caller = coalesce(caller, ${record.caller}::text),
      recording_url = coalesce(recording_url, ${record.recordingUrl}::text),
      tokens = ${JSON.stringify(record.tokens)}::jsonb || tokens
    where company_id = ${tx.company} and call_id = ${id}`;
}
