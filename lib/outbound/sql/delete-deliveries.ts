import type { SqlTx } from "@/lib/platform/sql/in-company";

/** Deletes ended deliveries with their attempts, oldest first; of a deleted endpoint, all. Returns how many. */
export async function deleteDeliveries(tx: SqlTx, endpointId: number, before: Date, atMost: number): Promise<number> {
  const old = await tx.$queryRaw<{ event_id: string }[]>`
    select d.event_id::text from delivery d
    join outbound_endpoint e on e.company_id = ${tx.company} and e.id = d.endpoint_id
    where d.company_id = ${tx.company} and d.endpoint_id = ${endpointId}::bigint
      and (d.occurred_at < ${before}::timestamptz and d.state <> 'waiting' or e.state = 'deleted')
    order by d.occurred_at, d.event_id limit ${atMost}
    for update of d`;
  if (old.length === 0) return 0;
  const ids = old.map(({ event_id }) => event_id);
  await tx.$executeRaw`
    delete from delivery_attempt
    where company_id = ${tx.company} and endpoint_id = ${endpointId}::bigint and event_id = any(${ids}::uuid[])`;
  return tx.$executeRaw`
    delete from delivery
    where company_id = ${tx.company} and endpoint_id = ${endpointId}::bigint and event_id = any(${ids}::uuid[])`;
}
