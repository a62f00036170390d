import type { Cap, Measure, Span } from "../domain/cap";

/** A row of `cap` as JSON. Limits are below 2^53. */
export type CapJson = {
  id: number;
  buyer_id: number | null;
  traffic_source_id: number | null;
  offer_id: number | null;
  measure: Measure;
  span: Span;
  limit_amount: number;
  stops_automatic: boolean;
  time_zone: string;
};

export function capOf(row: CapJson): Cap {
  return {
    id: row.id,
    side: row.buyer_id === null ? "offer" : "buyer",
    partyId: row.buyer_id ?? row.traffic_source_id ?? 0,
    offerId: row.offer_id,
    measure: row.measure,
    span: row.span,
    limit: BigInt(row.limit_amount),
    stopsAutomatic: row.stops_automatic,
    timeZone: row.time_zone,
  };
}
