import { currencyDecimals } from "@/lib/base/money";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { EndpointFilters, Receiver } from "../domain/endpoint";
import type { EventType } from "../domain/event-type";

/** Who receives events, and the currency in which amounts are written. */
export type Receivers = {
  readonly list: readonly Receiver[];
  readonly money: { readonly currency: string; readonly decimals: number };
};

type Row = {
  id: bigint;
  events: EventType[];
  offer_id: bigint | null;
  buyer_id: bigint | null;
  traffic_source_id: bigint | null;
  filters: EndpointFilters;
  currency: string;
};

/** The endpoints that receive any of these events; null if there are none, as in most companies. */
export async function findReceivers(tx: SqlTx, types: readonly EventType[]): Promise<Receivers | null> {
  const rows = await tx.$queryRaw<Row[]>`
    select e.id, e.events, e.offer_id, e.buyer_id, e.traffic_source_id, e.filters, c.currency
    from outbound_endpoint e join company c on c.id = ${tx.company}
    where e.company_id = ${tx.company} and e.state in ('active', 'paused') and e.events && ${types}::text[]
    order by e.id`;
  const [first] = rows;
  if (!first) return null;
  const { currency } = first;
  return { list: rows.map(receiverOf), money: { currency, decimals: currencyDecimals(currency) } };
}

export function receiverOf(row: Omit<Row, "currency">): Receiver {
  const number = (id: bigint | null) => (id === null ? null : Number(id));
  return {
    id: Number(row.id),
    events: row.events,
    offerId: number(row.offer_id),
    buyerId: number(row.buyer_id),
    trafficSourceId: number(row.traffic_source_id),
    filters: row.filters,
  };
}
