import { numberOf } from "@/lib/api/path-parameters";

/** The differences between the routes of buyers and of traffic sources. */
export const BUYERS = {
  path: "/buyers",
  name: "Buyer",
  one: "a buyer",
  type: "buyer",
  side: "buyer",
  params: { id: numberOf("buyer", 7) },
  example: { type: "buyer", id: 7, name: "Brightside Solar" },
  entry: "charge",
  capsSection: "Buyer caps",
} as const;

export const TRAFFIC_SOURCES = {
  path: "/traffic-sources",
  name: "TrafficSource",
  one: "a traffic source",
  type: "traffic_source",
  side: "offer",
  params: { id: numberOf("traffic source", 9) },
  example: { type: "traffic_source", id: 9, name: "Sunrise Media" },
  entry: "payout",
  capsSection: "Traffic source caps",
} as const;

export type PartyKind = typeof BUYERS | typeof TRAFFIC_SOURCES;
