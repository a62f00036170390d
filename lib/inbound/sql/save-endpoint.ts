import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Endpoint } from "./endpoint";

/** Writes the columns of an endpoint that may change. */
export async function saveEndpoint(tx: SqlTx, endpoint: Endpoint): Promise<void> {
  await tx.$executeRaw`
    update webhook_endpoint set
      name = ${endpoint.name},
      offer_id = ${endpoint.offerId}::bigint,
      traffic_source_id = ${endpoint.trafficSourceId}::bigint,
      buyer_id = ${endpoint.buyerId}::bigint,
      time_zone = ${endpoint.timeZone},
      mapping = ${JSON.stringify(endpoint.mapping)}::jsonb,
      paused_at = ${endpoint.pausedAt}::timestamptz
    where company_id = ${tx.company} and id = ${endpoint.id}`;
}
