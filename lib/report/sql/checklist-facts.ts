import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { ChecklistFacts } from "../domain/checklist";

type Row = ChecklistFacts & { readonly isDismissed: boolean };

const MADE = Prisma.sql`jsonb_build_object('id', id, 'name', name)`;

/** One statement; each part ends at the first row that it meets. */
export async function readChecklistFacts(tx: SqlTx): Promise<Row> {
  const company = Prisma.sql`company_id = ${tx.company}`;
  const first = (table: Prisma.Sql, which = Prisma.sql`true`) =>
    Prisma.sql`(select ${MADE} from ${table} where ${company} and ${which} order by id limit 1)`;
  const [row] = await tx.$queryRaw<Row[]>`
    select
      ${first(Prisma.sql`offer`)} as offer,
      ${first(Prisma.sql`buyer`)} as buyer,
      ${first(Prisma.sql`traffic_source`)} as "trafficSource",
      (select jsonb_build_object('id', b.id, 'name', b.name) from terms t
        join buyer b on b.company_id = t.company_id and b.id = t.buyer_id
        where t.company_id = ${tx.company} and t.side = 'buyer' and not t.withdrawn limit 1) as price,
      (select jsonb_build_object('id', o.id, 'name', o.name) from terms t
        join offer o on o.company_id = t.company_id and o.id = t.offer_id
        where t.company_id = ${tx.company} and t.side = 'offer' and not t.withdrawn limit 1) as payout,
      ${first(Prisma.sql`webhook_endpoint`, Prisma.sql`provider <> 'buyer'`)} as integration,
      ${first(Prisma.sql`secure_token`, Prisma.sql`revoked_at is null`)} as "secureToken",
      (select id from call where ${company} order by id limit 1)::float8 as "callId",
      (select call_id from call_change where ${company} and (buyer_converted_to or offer_converted_to)
        order by call_id, version limit 1)::float8 as "convertedCallId",
      (select number from entry where ${company} and source = 'call' and kind = 'charge'
        order by number, version limit 1)::float8 as "chargedCallId",
      (select checklist_dismissed_at is not null from company where id = ${tx.company}) as "isDismissed"`;
  if (!row) throw new Error("a statement without a table gave no row");
  return row;
}
