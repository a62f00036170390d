import { createParty, listParties, TRAFFIC_SOURCE_WORDS } from "@/app/api/v1/_parties/parties";
import { CreatedTrafficSource, TrafficSourceList } from "@/lib/party/contract";
import { createTrafficSource } from "@/lib/party/create-traffic-sources";
import { findTrafficSources } from "@/lib/party/find-parties";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = listParties(TRAFFIC_SOURCE_WORDS, TrafficSourceList, findTrafficSources, (traffic_sources) => ({
  status: 200 as const,
  traffic_sources,
}));

export const POST = createParty(TRAFFIC_SOURCE_WORDS, CreatedTrafficSource, createTrafficSource, (traffic_source) => ({
  status: 201 as const,
  traffic_source,
}));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
