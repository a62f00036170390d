import type { ReportedFacts } from "@/lib/call/domain/reported-call";
import type { SqlTx } from "../in-company";

/** What one event of a source said of one call. */
export type ReportedFact = {
  /** The source's name of the call. */
  readonly callKey: string;
  readonly endpointId: number;
  readonly receivedAt: Date;
  readonly report: ReportedFacts;
};

/**
 * Until the transaction ends nobody else takes in facts of these calls. A call may not exist yet, so there is no row to
 * lock; the keys are spread over a limited number of locks, taken in one order.
 */
export async function lockCallKeys(tx: SqlTx, callKeys: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(number) from (
      select distinct hashtextextended('callmark intake', ${tx.company}::bigint)
        + (hashtext(key) & 255) as number
      from unnest(${callKeys}::text[]) as key
      order by number
    ) wanted`;
}

/** All that has been said of these calls, by the source's name of the call. */
export async function readReports(tx: SqlTx, callKeys: readonly string[]): Promise<Map<string, ReportedFacts[]>> {
  const rows = await tx.$queryRaw<{ call_key: string; report: StoredReport }[]>`
    select f.call_key, f.report
    from unnest(${callKeys}::text[]) as wanted(key)
    cross join lateral (
      select call_key, report from reported_fact
      where reported_fact.company_id = ${tx.company} and reported_fact.call_key = wanted.key offset 0
    ) f`;
  const byCall = new Map<string, ReportedFacts[]>();
  for (const { call_key, report } of rows) {
    const reports = byCall.get(call_key);
    if (reports) reports.push(revived(report));
    else byCall.set(call_key, [revived(report)]);
  }
  return byCall;
}

/** The calls have to be locked by their keys. What is known already stays as it is. */
export async function insertReports(tx: SqlTx, facts: readonly ReportedFact[]): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map((fact) => ({ ...fact, eventKey: fact.report.eventId }));
  await tx.$executeRaw`
    insert into reported_fact (company_id, call_key, event_key, endpoint_id, received_at, report)
    select h.company_id, n."callKey", n."eventKey", n."endpointId", n."receivedAt",
      case when p.erased_at is null then n.report else n.report - 'caller' - 'recordingUrl' - 'tokens' - 'transcript' end
    from ledger_head h cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n("callKey" text, "eventKey" text, "endpointId" bigint, "receivedAt" timestamptz, report jsonb)
    left join lateral (
      select call_person.erased_at from call
      join call_person on call_person.company_id = ${tx.company} and call_person.call_id = call.id
      where call.company_id = ${tx.company} and call.external_id = n."callKey" offset 0
    ) p on true
    where h.company_id = ${tx.company}
    on conflict do nothing`;
}

/** Before an event that is read again says something else. */
export async function deleteReports(tx: SqlTx, facts: readonly ReportedFact[]): Promise<void> {
  if (facts.length === 0) return;
  const keys = facts.map(({ callKey, report }) => ({ callKey, eventKey: report.eventId }));
  await tx.$executeRaw`
    delete from reported_fact
    using jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as n("callKey" text, "eventKey" text)
    where reported_fact.company_id = ${tx.company} and reported_fact.call_key = n."callKey"
      and reported_fact.event_key = n."eventKey"`;
}

type Times = "startedAt" | "answeredAt" | "endedAt";
type StoredReport = Omit<ReportedFacts, Times> & Partial<Record<Times, string>>;

function revived({ startedAt, answeredAt, endedAt, ...rest }: StoredReport): ReportedFacts {
  return {
    ...rest,
    ...(startedAt !== undefined && { startedAt: new Date(startedAt) }),
    ...(answeredAt !== undefined && { answeredAt: new Date(answeredAt) }),
    ...(endedAt !== undefined && { endedAt: new Date(endedAt) }),
  };
}
