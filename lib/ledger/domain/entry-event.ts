import { formatMoney } from "@/lib/base/money";
import type { OutgoingEvent } from "@/lib/outbound/domain/outgoing-event";

/** An entry as events show it. */
export type PostedEntry = {
  readonly source: "call" | "document";
  readonly number: number;
  readonly version: number;
  readonly kind: string;
  readonly amountMinor: bigint;
  readonly bookedOn: string;
  readonly serviceDate: string;
  readonly rollupNumber: number;
  readonly callUuid: string | null;
  readonly offerId: number | null;
  readonly buyerId: number | null;
  readonly trafficSourceId: number | null;
};

/** Entries of one call or document are reported in order. */
export function entryEvent(
  entry: PostedEntry,
  { currency, decimals }: { readonly currency: string; readonly decimals: number },
  postedAt: Date,
): OutgoingEvent {
  const { source, number, version, kind, offerId, buyerId, trafficSourceId } = entry;
  return {
    type: "entry.posted",
    subject: `entry ${source} ${number}`,
    occurredAt: postedAt,
    parties: { offerId, buyerId, trafficSourceId },
    mechanism: null,
    shared: {
      entry: {
        id: `${source}-${number}-${version}-${kind}`,
        kind,
        amount: formatMoney(entry.amountMinor, decimals),
        party: partyOf(entry),
        call: source === "call" ? { id: number, uuid: entry.callUuid } : null,
        document_number: source === "document" ? number : null,
        booked_on: entry.bookedOn,
        service_date: entry.serviceDate,
        rollup_id: entry.rollupNumber,
      },
      currency,
    },
    buyerSide: {},
    offerSide: {},
  };
}

function partyOf({ buyerId, trafficSourceId }: PostedEntry) {
  if (buyerId !== null) return { type: "buyer", id: buyerId };
  return trafficSourceId === null ? null : { type: "traffic_source", id: trafficSourceId };
}
