import { erasedEventName } from "../erasure/erased-name";
import type { SqlTx } from "../in-company";
import type { StatedEvent } from "./read-surroundings";

export type NewEvent = StatedEvent & {
  readonly occurredAt: Date | null;
  readonly receivedAt: Date;
  readonly outcome: "applied" | "older" | "held";
};

/** Remembers statements by their sender's event id, or its hash where the call is erased, so that a repetition is recognised. */
export async function recordEvents(tx: SqlTx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({ ...event, erased: erasedEventName(tx.company, event.eventId) }));
  await tx.$executeRaw`
    insert into stated_event (company_id, call_id, mechanism, event_id, occurred_at, received_at, outcome)
    select h.company_id, e."callId", e.mechanism, case when p.erased_at is null then e."eventId" else e.erased end,
      e."occurredAt", e."receivedAt", e.outcome
    from ledger_head h cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e("callId" bigint, mechanism text,
      "eventId" text, erased text, "occurredAt" timestamptz, "receivedAt" timestamptz, outcome text)
    left join call_person p on p.company_id = ${tx.company} and p.call_id = e."callId"
    where h.company_id = ${tx.company}`;
}
