import type { Area } from "@/lib/access/domain/access";
import type { Actor } from "@/lib/access/domain/actor";
import { permit } from "@/lib/access/permit";
import type { Receiver } from "./domain/endpoint";
import type { EventType } from "./domain/event-type";

const OF_BILLING: readonly EventType[] = ["entry.posted", "statement.issued", "period.closed"];

/** Throws `Forbidden` unless the actor may change endpoints and read every amount that this one is sent. */
export function permitEndpoint(actor: Actor, receiver: Pick<Receiver, "events" | "buyerId" | "trafficSourceId">): void {
  permit(actor, "update", "settings");
  permitContent(actor, receiver);
}

/** Throws `Forbidden` unless the actor may read what the endpoint is sent. */
export function permitContent(actor: Actor, receiver: Pick<Receiver, "events" | "buyerId" | "trafficSourceId">): void {
  for (const area of areasOf(receiver)) permit(actor, "read", area);
}

function areasOf({ events, buyerId, trafficSourceId }: Pick<Receiver, "events" | "buyerId" | "trafficSourceId">) {
  const areas: Area[] = [];
  if (trafficSourceId === null) areas.push("call.buyer_converted", "call.revenue");
  if (buyerId === null) areas.push("call.offer_converted", "call.payout");
  if (events.some((type) => OF_BILLING.includes(type))) areas.push("billing");
  if (events.includes("inbox.waiting")) areas.push("calls");
  return areas;
}
