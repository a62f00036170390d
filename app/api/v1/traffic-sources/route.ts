import { newParty, partyList, TRAFFIC_SOURCE_WORDS } from "@/app/api/v1/_parties/parties";
import { CreatedTrafficSource, TrafficSourceList } from "@/lib/party/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = partyList(TRAFFIC_SOURCE_WORDS, TrafficSourceList, (traffic_sources, metadata) => ({
  status: 200 as const,
  traffic_sources,
  metadata,
}));

export const POST = newParty(TRAFFIC_SOURCE_WORDS, CreatedTrafficSource, (traffic_source) => ({
  status: 201 as const,
  traffic_source,
}));

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
