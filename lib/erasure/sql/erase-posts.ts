import type { SqlTx } from "@/lib/platform/sql/in-company";
import { EMPTIED_EVENT, EMPTIED_ITEM } from "./emptied";

/** Erases payloads older than a time, in batches. Returns the number erased. */
export async function erasePostsBefore(tx: SqlTx, before: Date, atMost: number): Promise<number> {
  const events = await tx.$executeRaw`
    with old as materialized (
      select e.id from webhook_endpoint w
      cross join lateral (
        select id from webhook_event where webhook_event.company_id = ${tx.company}
          and webhook_event.endpoint_id = w.id and webhook_event.received_at < ${before}::timestamptz
          and webhook_event.payload <> '' limit ${atMost}::integer
      ) e
      where w.company_id = ${tx.company} limit ${atMost}::integer
    )
    update webhook_event set ${EMPTIED_EVENT}
    from old where webhook_event.company_id = ${tx.company} and webhook_event.id = old.id`;
  const items = await tx.$executeRaw`
    update inbox set ${EMPTIED_ITEM}
    where company_id = ${tx.company} and received_at < ${before}::timestamptz and payload <> '{"erased": true}'`;
  return events + items;
}
