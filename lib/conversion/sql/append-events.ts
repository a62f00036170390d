import { erasedName } from "@/lib/erasure/sql/erased-name";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { PlannedEvent } from "../domain/plan";

/** Stores the sender's names of updates, to recognize repetitions. Erased calls store a hash of the name. */
export async function appendEvents(tx: SqlTx, events: readonly PlannedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event, place) => ({ ...event, place, erased: erasedName(tx.company, event.name) }));
  await tx.$executeRaw`
    insert into update_event (company_id, call_id, mechanism, kind, name, number, content, occurred_at, received_at, outcome)
    select h.company_id, e."callId", e.mechanism, e.kind, k.name,
      coalesce(l.number, 0) + row_number() over (partition by e."callId", e.mechanism, e.kind, k.name order by e.place),
      e.content, e."occurredAt", e."receivedAt", e.outcome
    from ledger_head h cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e("callId" bigint, mechanism text,
      kind text, name text, erased text, content text, place integer, "occurredAt" timestamptz, "receivedAt" timestamptz,
      outcome text)
    left join call_person p on p.company_id = ${tx.company} and p.call_id = e."callId"
    cross join lateral (select case when p.erased_at is null or e.kind = 'unnamed' then e.name else e.erased end as name) k
    left join lateral (
      select max(u.number) as number from update_event u
      where u.company_id = ${tx.company} and u.call_id = e."callId" and u.mechanism = e.mechanism and u.kind = e.kind
        and u.name = k.name
    ) l on true
    where h.company_id = ${tx.company}`;
}
