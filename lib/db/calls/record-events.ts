import type { SqlTx } from "../in-company";
import type { StatedEvent } from "./read-surroundings";

export type NewEvent = StatedEvent & {
  readonly occurredAt: Date | null;
  readonly receivedAt: Date;
  readonly outcome: "applied" | "older" | "held";
};

/** Remembers statements by their sender's event id, so that a repetition is recognised. */
export async function recordEvents(tx: SqlTx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.$executeRaw`
    insert into stated_event (company_id, call_id, mechanism, event_id, occurred_at, received_at, outcome)
    select h.company_id, e."callId", e.mechanism, e."eventId", e."occurredAt", e."receivedAt", e.outcome
    from ledger_head h cross join jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(
      "callId" bigint, mechanism text, "eventId" text, "occurredAt" timestamptz, "receivedAt" timestamptz, outcome text)
    where h.company_id = ${tx.company}`;
}
