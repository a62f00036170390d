import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { EMPTIED_EVENT, EMPTIED_ITEM } from "./emptied";

/** Erases payloads older than a time, in batches. Returns the number erased. */
export async function erasePostsBefore(tx: SqlTx, before: Date, atMost: number): Promise<number> {
  const events = await tx.$executeRaw`
    with old as materialized (
      select e.id from webhook_endpoint w
      cross join lateral (${oldEvents(tx, Prisma.sql`inbound_event.endpoint_id = w.id`, before, atMost)}) e
      where w.company_id = ${tx.company}
      union all
      (${oldEvents(tx, Prisma.sql`inbound_event.endpoint_id is null`, before, atMost)})
      limit ${atMost}::integer
    )
    update inbound_event set ${EMPTIED_EVENT}
    from old where inbound_event.company_id = ${tx.company} and inbound_event.id = old.id`;
  const items = await tx.$executeRaw`
    update inbox set ${EMPTIED_ITEM}
    where company_id = ${tx.company} and received_at < ${before}::timestamptz and payload <> '{"erased": true}'`;
  return events + items;
}

function oldEvents(tx: SqlTx, ofSender: Prisma.Sql, before: Date, atMost: number): Prisma.Sql {
  return Prisma.sql`
    select id from inbound_event
    where inbound_event.company_id = ${tx.company} and ${ofSender}
      and inbound_event.received_at < ${before}::timestamptz and inbound_event.payload <> ''
    limit ${atMost}::integer`;
}
