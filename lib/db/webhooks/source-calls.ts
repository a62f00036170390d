import type { KnownFacts } from "@/lib/call/domain/add-facts";
import { maskCaller } from "@/lib/domain/call/mask-caller";
import type { SqlTx } from "../in-company";

/** A call that a source speaks of, as it stands. */
export type SourceCall = KnownFacts & {
  readonly id: number;
  readonly uuid: string;
  readonly externalId: string | null;
};

type Row = {
  id: bigint;
  uuid: string;
  external_id: string | null;
  started_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  duration_seconds: number | null;
  connected_seconds: number | null;
  caller: string | null;
  recording_url: string | null;
  tokens: Record<string, string> | null;
  transcript: KnownFacts["transcript"] | null;
};

/** Which of these names of calls, and of these uuids, are known. */
export async function findSourceCalls(
  tx: SqlTx,
  externalIds: readonly string[],
  uuids: readonly string[],
): Promise<{ readonly id: number; readonly uuid: string; readonly externalId: string | null }[]> {
  const rows = await tx.$queryRaw<{ id: bigint; uuid: string; external_id: string | null }[]>`
    select found.* from unnest(${externalIds}::text[]) as named(external_id)
    cross join lateral (
      select id, uuid::text, external_id from call
      where call.company_id = ${tx.company} and call.external_id = named.external_id offset 0
    ) found
    union
    select found.* from unnest(${uuids}::uuid[]) as named(uuid)
    cross join lateral (
      select id, uuid::text, external_id from call
      where call.company_id = ${tx.company} and call.uuid = named.uuid offset 0
    ) found`;
  return rows.map(({ id, uuid, external_id }) => ({ id: Number(id), uuid, externalId: external_id }));
}

/** Locked in id order, as everybody locks calls. */
export async function lockSourceCalls(tx: SqlTx, ids: readonly number[]): Promise<Map<number, SourceCall>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    select c.*, p.caller, p.recording_url, p.tokens, p.transcript
    from (select distinct id from unnest(${ids}::bigint[]) as id order by id) wanted
    cross join lateral (
      select id, uuid::text, external_id, started_at, answered_at, ended_at, duration_seconds, connected_seconds
      from call where call.company_id = ${tx.company} and call.id = wanted.id for update
    ) c
    left join lateral (
      select * from call_person where call_person.company_id = ${tx.company} and call_person.call_id = c.id offset 0
    ) p on true`;
  return new Map(rows.map((row) => [Number(row.id), sourceCall(row)]));
}

function sourceCall(row: Row): SourceCall {
  return {
    id: Number(row.id),
    uuid: row.uuid,
    externalId: row.external_id,
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    durationSeconds: row.duration_seconds,
    connectedSeconds: row.connected_seconds,
    caller: row.caller,
    recordingUrl: row.recording_url,
    tokens: row.tokens ?? {},
    transcript: row.transcript ?? [],
  };
}

export type SavedFacts = KnownFacts & { readonly id: number /** Hexadecimal. */; readonly callerHash: string | null };

/** The calls have to be locked. */
export async function saveToldFacts(tx: SqlTx, calls: readonly SavedFacts[]): Promise<void> {
  if (calls.length === 0) return;
  const rows = JSON.stringify(calls.map((call) => ({ ...call, callerMasked: maskCaller(call.caller) })));
  await tx.$executeRaw`
    update call set started_at = n."startedAt", answered_at = n."answeredAt", ended_at = n."endedAt",
      duration_seconds = n."durationSeconds", connected_seconds = n."connectedSeconds",
      caller_hash = coalesce(call.caller_hash, decode(n."callerHash", 'hex')),
      caller_masked = coalesce(call.caller_masked, n."callerMasked")
    from jsonb_to_recordset(${rows}::jsonb) as n(id bigint, "startedAt" timestamptz, "answeredAt" timestamptz,
      "endedAt" timestamptz, "durationSeconds" integer, "connectedSeconds" integer, "callerHash" text,
      "callerMasked" text)
    where call.company_id = ${tx.company} and call.id = n.id`;
  await tx.$executeRaw`
    update call_person set caller = n.caller, recording_url = n."recordingUrl", tokens = n.tokens,
      transcript = n.transcript
    from jsonb_to_recordset(${rows}::jsonb) as n(id bigint, caller text, "recordingUrl" text, tokens jsonb,
      transcript jsonb)
    where call_person.company_id = ${tx.company} and call_person.call_id = n.id`;
}
