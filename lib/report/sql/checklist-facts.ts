import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { ChecklistFacts } from "../domain/checklist";

type Row = ChecklistFacts & { readonly isDismissed: boolean };

/** One statement; each part ends at the first row that it meets. */
export async function readChecklistFacts(tx: SqlTx): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    select
      (select jsonb_build_object('id', o.id, 'name', o.name) from offer o
        where o.company_id = ${tx.company} order by o.id limit 1) as offer,
      (select jsonb_build_object('id', b.id, 'name', b.name) from buyer b
        where b.company_id = ${tx.company} order by b.id limit 1) as buyer,
      (select jsonb_build_object('id', s.id, 'name', s.name) from traffic_source s
        where s.company_id = ${tx.company} order by s.id limit 1) as "trafficSource",
      (select jsonb_build_object('id', b.id, 'name', b.name) from terms t
        join buyer b on b.company_id = t.company_id and b.id = t.buyer_id
        where t.company_id = ${tx.company} and t.side = 'buyer' and not t.withdrawn limit 1) as price,
      (select jsonb_build_object('id', o.id, 'name', o.name) from terms t
        join offer o on o.company_id = t.company_id and o.id = t.offer_id
        where t.company_id = ${tx.company} and t.side = 'offer' and not t.withdrawn limit 1) as payout,
      (select jsonb_build_object('id', w.id, 'name', w.name) from webhook_endpoint w
        where w.company_id = ${tx.company} and w.provider <> 'buyer' order by w.id limit 1) as integration,
      (select jsonb_build_object('id', k.id, 'name', k.name) from secure_token k
        where k.company_id = ${tx.company} and k.revoked_at is null order by k.id limit 1) as "secureToken",
      (select c.id from call c where c.company_id = ${tx.company} order by c.id limit 1)::float8 as "callId",
      (select h.call_id from call_change h
        where h.company_id = ${tx.company} and (h.buyer_converted_to or h.offer_converted_to)
        order by h.call_id, h.version limit 1)::float8 as "convertedCallId",
      (select e.number from entry e where e.company_id = ${tx.company} and e.source = 'call' and e.kind = 'charge'
        order by e.number, e.version limit 1)::float8 as "chargedCallId",
      (select checklist_dismissed_at is not null from company where id = ${tx.company}) as "isDismissed"`;
  if (!row) throw new Error("a statement without a table gave no row");
  return row;
}
