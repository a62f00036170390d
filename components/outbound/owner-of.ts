import type { WebhookEndpoint } from "@/lib/outbound/contract/endpoint";

/** Whose endpoint it is. */
export function ownerOf({ offer, buyer, traffic_source }: WebhookEndpoint): string {
  return (offer ?? buyer ?? traffic_source)?.name ?? "your company";
}
