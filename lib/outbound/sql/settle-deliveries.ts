import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Settled } from "../domain/delivery";
import { disabledIfFailingSince } from "../domain/failing";

/** Records what came of claimed deliveries of an endpoint. Returns true if that disables it. */
export async function settleDeliveries(tx: SqlTx, endpointId: number, settled: readonly Settled[]): Promise<boolean> {
  if (settled.length === 0) return false;
  const rows = JSON.stringify(
    settled.map(({ delivery: { subject, number, eventId, attempt: place }, attempt, state, nextAttemptAt }) => ({
      ...attempt,
      subject,
      number,
      eventId,
      place,
      state,
      nextAttemptAt,
      hasFailed: attempt.problem !== null,
    })),
  );
  const [isDisabled] = await Promise.all([
    noteHealth(tx, endpointId, settled),
    logAttempts(tx, endpointId, rows),
    saveStates(tx, endpointId, rows),
    settled.some(({ attempt, delivery }) => attempt.problem !== null || delivery.failures > 0)
      ? moveFollowers(tx, endpointId, rows)
      : null,
  ]);
  return isDisabled;
}

async function logAttempts(tx: SqlTx, endpointId: number, rows: string): Promise<void> {
  await tx.$executeRaw`
    insert into delivery_attempt (company_id, endpoint_id, event_id, number, attempted_at, milliseconds, url, headers,
      status, problem, answer)
    select d.company_id, d.endpoint_id, d.event_id, r.place, r."attemptedAt", r.milliseconds, r.url, r.headers, r.status,
      r.problem, r.answer
    from json_to_recordset(${rows}::json) as r(subject text, number integer, place integer, "attemptedAt" timestamptz,
      milliseconds integer, url text, headers jsonb, status integer, problem text, answer text)
    join delivery d on d.company_id = ${tx.company} and d.endpoint_id = ${endpointId}::bigint and d.subject = r.subject
      and d.number = r.number`;
}

/** What another dispatcher delivered after the lease ended stays delivered. */
async function saveStates(tx: SqlTx, endpointId: number, rows: string): Promise<void> {
  await tx.$executeRaw`
    update delivery set state = r.state, next_attempt_at = r."nextAttemptAt", leased_until = null,
      failures = case when r."hasFailed" then delivery.failures + 1 else 0 end,
      delivered_at = case when r.state = 'delivered' then r."attemptedAt" end
    from json_to_recordset(${rows}::json) as r(subject text, number integer, state text, "nextAttemptAt" timestamptz,
      "attemptedAt" timestamptz, "hasFailed" boolean)
    where delivery.company_id = ${tx.company} and delivery.endpoint_id = ${endpointId}::bigint
      and delivery.subject = r.subject and delivery.number = r.number
      and (delivery.state = 'waiting' or r.state = 'delivered')`;
}

/** Later deliveries of a subject are due when its earliest is, so that nobody looks at them in vain. */
async function moveFollowers(tx: SqlTx, endpointId: number, rows: string): Promise<void> {
  await tx.$executeRaw`
    update delivery set next_attempt_at = r."nextAttemptAt"
    from json_to_recordset(${rows}::json) as r(subject text, number integer, "nextAttemptAt" timestamptz)
    where delivery.company_id = ${tx.company} and delivery.endpoint_id = ${endpointId}::bigint
      and delivery.subject = r.subject and delivery.number > r.number and delivery.state = 'waiting'`;
}

/** Returns true if the endpoint has failed for so long that it is disabled now. */
async function noteHealth(tx: SqlTx, endpointId: number, settled: readonly Settled[]): Promise<boolean> {
  const last = settled.at(-1)?.attempt.attemptedAt;
  if (!last || settled.some(({ attempt }) => attempt.problem === null)) {
    await tx.$executeRaw`
      update outbound_endpoint set failing_since = null
      where company_id = ${tx.company} and id = ${endpointId}::bigint and failing_since is not null`;
    return false;
  }
  await tx.$executeRaw`
    update outbound_endpoint set failing_since = ${last}::timestamptz
    where company_id = ${tx.company} and id = ${endpointId}::bigint and failing_since is null`;
  const disabled = await tx.$executeRaw`
    update outbound_endpoint set state = 'disabled'
    where company_id = ${tx.company} and id = ${endpointId}::bigint and state = 'active'
      and failing_since <= ${disabledIfFailingSince(last)}::timestamptz`;
  return disabled > 0;
}
