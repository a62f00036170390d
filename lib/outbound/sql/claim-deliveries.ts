import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { ClaimedDelivery } from "../domain/delivery";

/** Where claimed deliveries are sent, and the secrets that sign them, sealed. */
export type Target = { readonly url: string; readonly sealed: readonly Uint8Array[] };

export async function findTarget(tx: SqlTx, endpointId: number, now: Date): Promise<Target | null> {
  const rows = await tx.$queryRaw<{ url: string; secret_sealed: Buffer; previous_sealed: Buffer | null }[]>`
    select url, secret_sealed, case when previous_valid_until > ${now}::timestamptz then previous_sealed end as previous_sealed
    from outbound_endpoint where company_id = ${tx.company} and id = ${endpointId}::bigint and state <> 'deleted'`;
  const [row] = rows;
  if (!row) return null;
  return { url: row.url, sealed: [row.secret_sealed, ...(row.previous_sealed ? [row.previous_sealed] : [])] };
}

/** Active endpoints with deliveries that are due. */
export async function listDueEndpoints(tx: SqlTx, now: Date): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    select e.id from outbound_endpoint e
    where e.company_id = ${tx.company} and e.state = 'active' and exists (
      select from delivery d where d.company_id = ${tx.company} and d.endpoint_id = e.id and d.state = 'waiting'
        and d.next_attempt_at <= ${now}::timestamptz
        and (d.leased_until is null or d.leased_until <= ${now}::timestamptz))
    order by e.id`;
  return rows.map(({ id }) => Number(id));
}

type Row = {
  subject: string;
  number: number;
  event_id: string;
  body: string;
  attempts: number;
  failures: number;
  give_up_at: Date;
};

/**
 * Claims due deliveries of an active endpoint, the longest due first, each until its lease ends. Of a subject only the
 * earliest that waits is claimed, so its events arrive in order. A subquery, which reads by key: the planner would join all
 * that waits with itself.
 */
export async function claimDeliveries(
  tx: SqlTx,
  claim: { readonly endpointId: number; readonly now: Date; readonly leasedUntil: Date; readonly atMost: number },
): Promise<ClaimedDelivery[]> {
  const rows = await tx.$queryRaw<Row[]>`
    with due as materialized (
      select d.subject, d.number from delivery d
      join outbound_endpoint e on e.company_id = ${tx.company} and e.id = d.endpoint_id and e.state = 'active'
      where d.company_id = ${tx.company} and d.endpoint_id = ${claim.endpointId}::bigint and d.state = 'waiting'
        and d.next_attempt_at <= ${claim.now}::timestamptz
        and (d.leased_until is null or d.leased_until <= ${claim.now}::timestamptz)
        and d.number = (
          select b.number from delivery b
          where b.company_id = ${tx.company} and b.endpoint_id = d.endpoint_id and b.subject = d.subject
            and b.state = 'waiting'
          order by b.number limit 1)
      order by d.next_attempt_at limit ${claim.atMost}
      for update of d skip locked
    )
    update delivery set leased_until = ${claim.leasedUntil}::timestamptz, attempts = delivery.attempts + 1
    from due
    where delivery.company_id = ${tx.company} and delivery.endpoint_id = ${claim.endpointId}::bigint
      and delivery.subject = due.subject and delivery.number = due.number
    returning delivery.subject, delivery.number, delivery.event_id::text, delivery.body, delivery.attempts,
      delivery.failures, delivery.give_up_at`;
  return rows.map(claimedDelivery);
}

/** Claims one delivery, whatever its state and its endpoint's; null if there is none, or it is being sent. */
export async function claimDelivery(
  tx: SqlTx,
  claim: { readonly endpointId: number; readonly eventId: string; readonly now: Date; readonly leasedUntil: Date },
): Promise<ClaimedDelivery | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    update delivery set leased_until = ${claim.leasedUntil}::timestamptz, attempts = attempts + 1
    where company_id = ${tx.company} and endpoint_id = ${claim.endpointId}::bigint and event_id = ${claim.eventId}::uuid
      and (leased_until is null or leased_until <= ${claim.now}::timestamptz)
    returning subject, number, event_id::text, body, attempts, failures, give_up_at`;
  return row ? claimedDelivery(row) : null;
}

function claimedDelivery(row: Row): ClaimedDelivery {
  return {
    subject: row.subject,
    number: row.number,
    eventId: row.event_id,
    body: row.body,
    attempt: row.attempts,
    failures: row.failures,
    giveUpAt: row.give_up_at,
  };
}
