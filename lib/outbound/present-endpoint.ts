import type { WebhookEndpoint } from "./contract/endpoint";
import type { EndpointView } from "./sql/endpoints";

export function presentEndpoint(view: EndpointView): WebhookEndpoint {
  const { filters } = view;
  return {
    id: view.id,
    name: view.name,
    url: view.url,
    events: [...view.events],
    offer: view.offer,
    buyer: view.buyer,
    traffic_source: view.trafficSource,
    offer_ids: [...(filters.offerIds ?? [])],
    buyer_ids: [...(filters.buyerIds ?? [])],
    traffic_source_ids: [...(filters.trafficSourceIds ?? [])],
    mechanisms: [...(filters.mechanisms ?? [])],
    state: view.state,
    created_at: view.createdAt.toISOString(),
    failing_since: view.failingSince?.toISOString() ?? null,
  };
}
