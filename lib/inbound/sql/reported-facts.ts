import type { ReportedFacts } from "@/lib/call/domain/reported-call";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** A call of one integration: two integrations of a provider may use equal ids. */
export type CallKey = {
  readonly endpointId: number;
  /** The provider's id of the call. */
  readonly callKey: string;
};

/** The facts that one event of an integration reported of one call. */
export type ReportedFact = CallKey & { readonly receivedAt: Date; readonly facts: ReportedFacts };

/** One key per call and integration. */
export function keyText({ endpointId, callKey }: CallKey): string {
  return `${endpointId} ${callKey}`;
}

/**
 * Locks these calls for intake until the transaction ends. A call may not exist yet, so there is no row to lock: the
 * keys share a limited number of advisory locks, taken in one order. It is a statement without a table, because on
 * Citus a lock beside a table is taken on the table's worker.
 */
export async function lockCallKeys(tx: SqlTx, keys: readonly CallKey[]): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(number) from (
      select distinct hashtextextended('callmark intake', ${tx.company}::bigint)
        + (hashtext(key) & 255) as number
      from unnest(${keys.map(keyText)}::text[]) as key
      order by number
    ) wanted`;
}

/** All reported facts of these calls, by `keyText`. */
export async function readReportedFacts(tx: SqlTx, keys: readonly CallKey[]): Promise<Map<string, ReportedFacts[]>> {
  const rows = await tx.$queryRaw<{ endpoint_id: bigint; call_key: string; facts: StoredFacts }[]>`
    select f.endpoint_id, f.call_key, f.facts
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as wanted("endpointId" bigint, "callKey" text)
    cross join lateral (
      select endpoint_id, call_key, facts from reported_fact
      where reported_fact.company_id = ${tx.company} and reported_fact.endpoint_id = wanted."endpointId"
        and reported_fact.call_key = wanted."callKey" offset 0
    ) f`;
  const byCall = new Map<string, ReportedFacts[]>();
  for (const { endpoint_id, call_key, facts } of rows) {
    const key = keyText({ endpointId: Number(endpoint_id), callKey: call_key });
    const events = byCall.get(key);
    if (events) events.push(revived(facts));
    else byCall.set(key, [revived(facts)]);
  }
  return byCall;
}

/** The call keys have to be locked. Facts of known events stay. */
export async function insertReportedFacts(tx: SqlTx, reported: readonly ReportedFact[]): Promise<void> {
  if (reported.length === 0) return;
  const rows = reported.map((fact) => ({ ...fact, eventKey: fact.facts.eventId }));
  await tx.$executeRaw`
    insert into reported_fact (company_id, call_key, event_key, endpoint_id, received_at, facts)
    select h.company_id, n."callKey", n."eventKey", n."endpointId", n."receivedAt",
      case when p.erased_at is null then n.facts else n.facts - 'caller' - 'recordingUrl' - 'tokens' - 'transcript' end
    from ledger_head h cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n("callKey" text, "eventKey" text, "endpointId" bigint, "receivedAt" timestamptz, facts jsonb)
    left join lateral (
      select call_person.erased_at from call
      join call_person on call_person.company_id = ${tx.company} and call_person.call_id = call.id
      where call.company_id = ${tx.company} and call.integration_id = n."endpointId"
        and call.external_id = n."callKey" offset 0
    ) p on true
    where h.company_id = ${tx.company}
    on conflict do nothing`;
}

/** Removes the facts of events that are applied again. */
export async function deleteReportedFacts(tx: SqlTx, reported: readonly ReportedFact[]): Promise<void> {
  if (reported.length === 0) return;
  const keys = reported.map(({ endpointId, callKey, facts: { eventId } }) => ({
    endpointId,
    callKey,
    eventKey: eventId,
  }));
  await tx.$executeRaw`
    delete from reported_fact
    using jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as n("endpointId" bigint, "callKey" text, "eventKey" text)
    where reported_fact.company_id = ${tx.company} and reported_fact.endpoint_id = n."endpointId"
      and reported_fact.call_key = n."callKey" and reported_fact.event_key = n."eventKey"`;
}

type Times = "startedAt" | "answeredAt" | "endedAt";
type StoredFacts = Omit<ReportedFacts, Times> & Partial<Record<Times, string>>;

function revived({ startedAt, answeredAt, endedAt, ...rest }: StoredFacts): ReportedFacts {
  return {
    ...rest,
    ...(startedAt !== undefined && { startedAt: new Date(startedAt) }),
    ...(answeredAt !== undefined && { answeredAt: new Date(answeredAt) }),
    ...(endedAt !== undefined && { endedAt: new Date(endedAt) }),
  };
}
