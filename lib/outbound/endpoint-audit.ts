import type { OutboundEndpoint } from "./domain/endpoint";

type Audited = Pick<
  OutboundEndpoint,
  "name" | "url" | "events" | "offerId" | "buyerId" | "trafficSourceId" | "filters"
> &
  Partial<Pick<OutboundEndpoint, "state">>;

/** An endpoint as the audit log shows it. */
export function endpointAudit({ name, url, events, offerId, buyerId, trafficSourceId, filters, state }: Audited) {
  return {
    name,
    url,
    events,
    offer_id: offerId,
    buyer_id: buyerId,
    traffic_source_id: trafficSourceId,
    offer_ids: filters.offerIds,
    buyer_ids: filters.buyerIds,
    traffic_source_ids: filters.trafficSourceIds,
    mechanisms: filters.mechanisms,
    state,
  };
}
