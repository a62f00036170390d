import { formatMoney } from "@/lib/base/money";
import type { CallState, Side, SideState } from "@/lib/call/domain/call-state";
import type { OutgoingEvent } from "@/lib/outbound/domain/outgoing-event";
import type { PlannedChange } from "./plan";
import { type SideEvent, sideEvents } from "./side-events";

/** A call as events show it: ids and times, nothing personal. */
export type ReportedCall = {
  readonly id: number;
  readonly uuid: string;
  readonly version: number;
  readonly offer: { readonly id: number };
  readonly sides: Readonly<Record<Side, SideState>>;
  readonly startedAt: Date;
  readonly durationSeconds: number | null;
  readonly connectedSeconds: number | null;
};
export type Money = { readonly currency: string; readonly decimals: number };

/** The call was created, or its facts or decisions changed. */
export function callEvent(
  type: "call.created" | "call.updated",
  call: ReportedCall,
  { currency, decimals }: Money,
  at: Date,
): OutgoingEvent {
  const { buyer, offer } = call.sides;
  const amount = ({ converted, amountMinor }: SideState) => formatMoney(converted ? amountMinor : 0n, decimals);
  return {
    type,
    subject: subjectOf(call),
    occurredAt: at,
    parties: { offerId: call.offer.id, buyerId: buyer.partyId, trafficSourceId: offer.partyId },
    mechanism: null,
    shared: { call: thin(call), currency },
    buyerSide: { buyer_id: buyer.partyId, buyer_converted: buyer.converted, revenue: amount(buyer) },
    offerSide: { traffic_source_id: offer.partyId, offer_converted: offer.converted, payout: amount(offer) },
  };
}

/** What one change means to the buyer and to the traffic source. */
export function changeEvents(planned: PlannedChange, call: ReportedCall, money: Money): OutgoingEvent[] {
  const { before, after } = planned.change;
  const events = [...sideEvents(before, after, "buyer"), ...sideEvents(before, after, "offer")];
  return events.map((event) => sideEvent(event, planned, call, money));
}

function sideEvent(event: SideEvent, planned: PlannedChange, call: ReportedCall, money: Money): OutgoingEvent {
  const { after } = planned.change;
  const isBuyer = event.side === "buyer";
  const before = formatMoney(event.beforeMinor, money.decimals);
  const now = formatMoney(event.afterMinor, money.decimals);
  const converted = !event.type.endsWith(".reversed");
  return {
    type: event.type,
    subject: subjectOf(call),
    occurredAt: planned.changedAt,
    parties: partiesOf(event, after),
    mechanism: planned.mechanism,
    shared: {
      call: { ...thin(call), version: after.version },
      currency: money.currency,
      mechanism: planned.mechanism,
    },
    buyerSide: isBuyer
      ? { buyer_id: event.partyId, buyer_converted: converted, revenue: now, revenue_before: before }
      : {},
    offerSide: isBuyer
      ? {}
      : { traffic_source_id: event.partyId, offer_converted: converted, payout: now, payout_before: before },
  };
}

function partiesOf({ side, partyId }: SideEvent, { offerId, buyer, offer }: CallState) {
  return side === "buyer"
    ? { offerId, buyerId: partyId, trafficSourceId: offer.partyId }
    : { offerId, buyerId: buyer.partyId, trafficSourceId: partyId };
}

function thin({ id, uuid, version, offer, startedAt, durationSeconds, connectedSeconds }: ReportedCall) {
  return {
    id,
    uuid,
    version,
    offer_id: offer.id,
    started_at: startedAt.toISOString(),
    duration_seconds: durationSeconds,
    connected_seconds: connectedSeconds,
  };
}

function subjectOf({ id }: { readonly id: number }): string {
  return `call ${id}`;
}
