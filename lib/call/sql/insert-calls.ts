import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallTimes } from "../domain/call-times";
import type { Segment } from "../domain/evaluation-facts";
import { maskCaller } from "../domain/mask-caller";

/** The external identity of a call: its integration (null for the API) and its external ID. */
export type CallIdentity = { readonly integrationId: number | null; readonly externalId: string | null };

export type NewCall = CallIdentity &
  CallTimes & {
    readonly caller: string | null;
    /** Hexadecimal; null for anonymous callers. */
    readonly callerHash: string | null;
    readonly offerId: number;
    readonly trafficSourceId: number | null;
    readonly buyerId: number | null;
    readonly recordingUrl: string | null;
    readonly tokens: Readonly<Record<string, string>>;
    readonly transcript: readonly Segment[];
  };

/**
 * Inserts calls and returns their ids in order; null for a call whose identity exists. Uses VALUES, because a select
 * would not guarantee that identities are assigned in order.
 */
export async function insertCalls(tx: SqlTx, calls: readonly NewCall[]): Promise<(number | null)[]> {
  if (calls.length === 0) return [];
  const uuids = calls.map(() => crypto.randomUUID());
  const rows = calls.map(
    (call, place) => Prisma.sql`(${tx.company}::bigint, ${uuids[place]}::uuid, ${call.integrationId}::bigint,
      ${call.externalId}, decode(${call.callerHash}, 'hex'), ${maskCaller(call.caller)}, ${call.offerId}::bigint,
      ${call.trafficSourceId}::bigint, ${call.buyerId}::bigint, ${call.startedAt}::timestamptz,
      ${call.answeredAt}::timestamptz, ${call.endedAt}::timestamptz, ${call.durationSeconds}::integer,
      ${call.connectedSeconds}::integer)`,
  );
  const inserted = await tx.$queryRaw<{ id: bigint; uuid: string }[]>`
    insert into call (company_id, uuid, integration_id, external_id, caller_hash, caller_masked, offer_id,
      traffic_source_id, buyer_id, started_at, answered_at, ended_at, duration_seconds, connected_seconds)
    values ${Prisma.join(rows)}
    on conflict do nothing
    returning id, uuid::text`;
  const idOf = new Map(inserted.map(({ uuid, id }) => [uuid, Number(id)]));
  const ids = uuids.map((uuid) => idOf.get(uuid) ?? null);
  await insertPersons(tx, calls, ids);
  return ids;
}

async function insertPersons(tx: SqlTx, calls: readonly NewCall[], ids: readonly (number | null)[]): Promise<void> {
  const rows = calls.flatMap(({ caller, recordingUrl, tokens, transcript }, place) => {
    const id = ids[place] ?? null;
    return id === null ? [] : [{ id, caller, recordingUrl, tokens, transcript }];
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    insert into call_person (company_id, call_id, caller, recording_url, tokens, transcript)
    select h.company_id, n.id, n.caller, n."recordingUrl", n.tokens, n.transcript
    from ledger_head h cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id bigint, caller text,
      "recordingUrl" text, tokens jsonb, transcript jsonb)
    where h.company_id = ${tx.company}`;
}
