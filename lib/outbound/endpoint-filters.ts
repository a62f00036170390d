import type { NewWebhookEndpoint } from "./contract/endpoint";
import type { EndpointFilters } from "./domain/endpoint";

type Input = Partial<Pick<NewWebhookEndpoint, "offer_ids" | "buyer_ids" | "traffic_source_ids" | "mechanisms">>;

/** The filters after the lists of a request: absent ones stay as they were, empty ones end. */
export function endpointFilters(input: Input, before: EndpointFilters = {}): EndpointFilters {
  return {
    offerIds: list(input.offer_ids, before.offerIds),
    buyerIds: list(input.buyer_ids, before.buyerIds),
    trafficSourceIds: list(input.traffic_source_ids, before.trafficSourceIds),
    mechanisms: list(input.mechanisms, before.mechanisms),
  };
}

function list<Value>(values: readonly Value[] | undefined, before: readonly Value[] | undefined) {
  if (values === undefined) return before;
  return values.length === 0 ? undefined : values;
}
