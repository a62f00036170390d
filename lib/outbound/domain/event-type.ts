/** What is reported to outside systems. An open list: receivers tolerate new ones. */
export const EVENT_TYPES = [
  "call.created",
  "call.updated",
  "buyer.converted",
  "buyer.reversed",
  "buyer.repriced",
  "offer.converted",
  "offer.reversed",
  "offer.repriced",
  "entry.posted",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Sent by the test button only. */
export const TEST_EVENT = "endpoint.test";

/** Whether the endpoint of a buyer, or of a traffic source, may receive it: never what is between us and the other. */
export function isForBuyers(type: EventType): boolean {
  return !type.startsWith("offer.");
}

export function isForTrafficSources(type: EventType): boolean {
  return !type.startsWith("buyer.");
}
