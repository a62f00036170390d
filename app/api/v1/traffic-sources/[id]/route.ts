import { changedParty, oneParty, TRAFFIC_SOURCE_WORDS } from "@/app/api/v1/_parties/parties";
import { TrafficSourceAnswer } from "@/lib/party/contract";
import { otherMethods } from "@/lib/platform/http/other-methods";

export const GET = oneParty(TRAFFIC_SOURCE_WORDS, TrafficSourceAnswer, (traffic_source) => ({
  status: 200 as const,
  traffic_source,
}));

export const PUT = changedParty(TRAFFIC_SOURCE_WORDS, TrafficSourceAnswer, (traffic_source) => ({
  status: 200 as const,
  traffic_source,
}));

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
