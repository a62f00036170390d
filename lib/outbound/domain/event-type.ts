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
  "statement.issued",
  "period.closed",
  "inbox.waiting",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Sent by the test button only. */
export const TEST_EVENT = "endpoint.test";

const OF_COMPANY: readonly EventType[] = ["period.closed", "inbox.waiting"];

/** Whether the endpoint of one party may receive it. What concerns the company as a whole goes to its own endpoints. */
export function isForParties(type: EventType): boolean {
  return !OF_COMPANY.includes(type);
}

/** The same for a buyer, or a traffic source: never what is between us and the other. */
export function isForBuyers(type: EventType): boolean {
  return isForParties(type) && !type.startsWith("offer.");
}

export function isForTrafficSources(type: EventType): boolean {
  return isForParties(type) && !type.startsWith("buyer.");
}
