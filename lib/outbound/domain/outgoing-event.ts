import type { Mechanism } from "@/lib/call/domain/mechanism";
import type { EndpointParty, Receiver } from "./endpoint";
import type { EventType } from "./event-type";

type Fields = Readonly<Record<string, unknown>>;

/** Something that happened, before it is known who receives it. */
export type OutgoingEvent = {
  readonly type: EventType;
  /** Events of one subject are delivered in order. */
  readonly subject: string;
  readonly occurredAt: Date;
  readonly parties: EndpointParty;
  /** Null where no mechanism was at work; filters by mechanism let it pass. */
  readonly mechanism: Mechanism | null;
  /** What everybody may see, and what a traffic source or a buyer, respectively, may not. */
  readonly shared: Fields;
  readonly buyerSide: Fields;
  readonly offerSide: Fields;
};

export function isWanted(receiver: Receiver, { type, parties, mechanism }: OutgoingEvent): boolean {
  const { events, filters } = receiver;
  return (
    events.includes(type) &&
    (receiver.offerId ?? parties.offerId) === parties.offerId &&
    (receiver.buyerId ?? parties.buyerId) === parties.buyerId &&
    (receiver.trafficSourceId ?? parties.trafficSourceId) === parties.trafficSourceId &&
    isListed(filters.offerIds, parties.offerId) &&
    isListed(filters.buyerIds, parties.buyerId) &&
    isListed(filters.trafficSourceIds, parties.trafficSourceId) &&
    (mechanism === null || isListed(filters.mechanisms, mechanism))
  );
}

function isListed<Value>(list: readonly Value[] | undefined, value: Value | null): boolean {
  return list === undefined || (value !== null && list.includes(value));
}

/** The JSON that is posted. A party's endpoint never gets the amounts of the other side, nor who that is. */
export function bodyFor(receiver: EndpointParty, event: OutgoingEvent): string {
  const data = {
    ...event.shared,
    ...(receiver.trafficSourceId === null && event.buyerSide),
    ...(receiver.buyerId === null && event.offerSide),
  };
  return JSON.stringify({ type: event.type, timestamp: event.occurredAt.toISOString(), data });
}
