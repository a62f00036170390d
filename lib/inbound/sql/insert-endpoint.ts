import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Endpoint } from "./endpoint";

export type NewEndpoint = Omit<Endpoint, "id" | "pausedAt">;

/** Returns the id of the new endpoint. */
export async function insertEndpoint(tx: SqlTx, endpoint: NewEndpoint): Promise<number> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    insert into webhook_endpoint (company_id, provider, name, offer_id, traffic_source_id, buyer_id, time_zone, mapping,
      created_at)
    values (${tx.company}::bigint, ${endpoint.provider}, ${endpoint.name}, ${endpoint.offerId}::bigint,
      ${endpoint.trafficSourceId}::bigint, ${endpoint.buyerId}::bigint, ${endpoint.timeZone},
      ${JSON.stringify(endpoint.mapping)}::jsonb, ${endpoint.createdAt}::timestamptz)
    returning id`;
  return Number(rows[0]?.id);
}
