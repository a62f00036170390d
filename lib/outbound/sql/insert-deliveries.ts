import type { SqlTx } from "@/lib/platform/sql/in-company";

export type NewDelivery = {
  readonly endpointId: number;
  readonly subject: string;
  /** Among the new deliveries of its endpoint and subject, counted from 1. */
  readonly place: number;
  readonly eventId: string;
  readonly event: string;
  readonly occurredAt: Date;
  readonly body: string;
  readonly giveUpAt: Date;
};

/**
 * Writes deliveries in one statement. Whoever writes holds the lock of the subject, so numbers follow the order in which
 * transactions commit. While an earlier delivery of the subject is tried again later, the new one waits as long.
 */
export async function insertDeliveries(tx: SqlTx, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.$executeRaw`
    insert into delivery (company_id, endpoint_id, subject, number, event_id, event, occurred_at, body, next_attempt_at,
      give_up_at)
    select e.company_id, e.id, n.subject, coalesce(l.number, 0) + n.place, n."eventId", n.event, n."occurredAt", n.body,
      case when l.state = 'waiting' then greatest(l.next_attempt_at, n."occurredAt") else n."occurredAt" end, n."giveUpAt"
    from json_to_recordset(${JSON.stringify(deliveries)}::json) as n("endpointId" bigint, subject text, place integer,
      "eventId" uuid, event text, "occurredAt" timestamptz, body text, "giveUpAt" timestamptz)
    join outbound_endpoint e on e.company_id = ${tx.company} and e.id = n."endpointId"
    left join lateral (
      select d.number, d.state, d.next_attempt_at from delivery d
      where d.company_id = ${tx.company} and d.endpoint_id = n."endpointId" and d.subject = n.subject
      order by d.number desc limit 1
    ) l on true`;
}
