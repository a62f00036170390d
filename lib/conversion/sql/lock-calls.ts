import { type CallRow, callFacts, callState, type FactsRow, selectState } from "@/lib/call/sql/columns";
import type { LoadedCall } from "@/lib/conversion/domain/context";
import type { SqlTx } from "@/lib/platform/sql/in-company";

const STATE = selectState("call");

type Row = CallRow &
  FactsRow & { uuid: string; caller_masked: string | null; caller_hash: string | null; erased: boolean | null };

/**
 * Locks calls in id order, so that batches that share calls wait for each other instead of deadlocking. A subquery that
 * locks keeps its order, and reads each call by key whatever the planner estimates. The lock excludes the key, so that
 * a proposal for a call of another batch does not wait. Loads transcripts only of `withTranscript`, because they are
 * long.
 */
export async function lockCalls(
  tx: SqlTx,
  ids: readonly number[],
  uuids: readonly string[],
  withTranscript: boolean,
): Promise<LoadedCall[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select c.*, p.caller, p.recording_url, p.tokens, p.erased_at is not null as erased,
      case when ${withTranscript}::boolean then p.transcript end as transcript
    from (
      select id from (
        select id from unnest(${ids}::bigint[]) as id
        union
        select found.id
        from unnest(${uuids}::uuid[]) as named(uuid)
        cross join lateral (
          select call.id from call where call.company_id = ${tx.company} and call.uuid = named.uuid offset 0
        ) found
      ) named
      order by id
    ) wanted
    cross join lateral (
      select ${STATE}, call.uuid::text, call.caller_masked, encode(call.caller_hash, 'hex') as caller_hash,
        call.answered_at, call.ended_at, call.duration_seconds, call.connected_seconds
      from call
      where call.company_id = ${tx.company} and call.id = wanted.id
      for no key update
    ) c
    left join lateral (
      select * from call_person where call_person.company_id = ${tx.company} and call_person.call_id = c.id offset 0
    ) p on true`;
  return rows.map(loadedCall);
}

/** The same without locks, for previews, in order of id. */
export async function readCalls(tx: SqlTx, ids: readonly number[], withTranscript: boolean): Promise<LoadedCall[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select c.*, p.caller, p.recording_url, p.tokens, p.erased_at is not null as erased,
      case when ${withTranscript}::boolean then p.transcript end as transcript
    from (select distinct id from unnest(${ids}::bigint[]) as id) wanted
    cross join lateral (
      select ${STATE}, call.uuid::text, call.caller_masked, encode(call.caller_hash, 'hex') as caller_hash,
        call.answered_at, call.ended_at, call.duration_seconds, call.connected_seconds
      from call where call.company_id = ${tx.company} and call.id = wanted.id offset 0
    ) c
    left join lateral (
      select * from call_person where call_person.company_id = ${tx.company} and call_person.call_id = c.id offset 0
    ) p on true
    order by c.id`;
  return rows.map(loadedCall);
}

/** Calls with these caller hashes that started within the range around the calls of the batch, oldest first. */
export async function readCallsOfCallers(
  tx: SqlTx,
  { callers, from, until }: { readonly callers: readonly string[]; readonly from: Date; readonly until: Date },
): Promise<LoadedCall[]> {
  if (callers.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select c.*, p.caller, p.recording_url, p.tokens, p.erased_at is not null as erased, p.transcript
    from unnest(${callers}::text[]) as wanted(hash)
    cross join lateral (
      select ${STATE}, call.uuid::text, call.caller_masked, encode(call.caller_hash, 'hex') as caller_hash,
        call.answered_at, call.ended_at, call.duration_seconds, call.connected_seconds
      from call
      where call.company_id = ${tx.company} and call.caller_hash = decode(wanted.hash, 'hex')
        and call.started_at between ${from}::timestamptz and ${until}::timestamptz
      order by call.started_at limit ${CALLS_OF_A_CALLER}
    ) c
    left join lateral (
      select * from call_person where call_person.company_id = ${tx.company} and call_person.call_id = c.id offset 0
    ) p on true`;
  return rows.map(loadedCall);
}

const CALLS_OF_A_CALLER = 1_000;

export function loadedCall(row: Row): LoadedCall {
  return {
    uuid: row.uuid,
    callerMasked: row.caller_masked,
    callerHash: row.caller_hash,
    state: callState(row),
    facts: callFacts(row),
    isErased: row.erased === true,
  };
}

export type LoadedRow = Row;
