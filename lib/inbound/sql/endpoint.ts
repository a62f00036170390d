/** Where an outside system posts: an integration, or a buyer's webhook. */
export type Endpoint = {
  readonly id: number;
  /** The provider of an integration, or `buyer`. */
  readonly provider: string;
  readonly name: string;
  readonly offerId: number | null;
  readonly trafficSourceId: number | null;
  readonly buyerId: number | null;
  readonly timeZone: string | null;
  /** How a body that cannot be changed is read: our field → its path. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  readonly pausedAt: Date | null;
};

export type EndpointRow = {
  id: bigint;
  provider: string;
  name: string;
  offer_id: bigint | null;
  traffic_source_id: bigint | null;
  buyer_id: bigint | null;
  time_zone: string | null;
  mapping: Record<string, string>;
  created_at: Date;
  paused_at: Date | null;
};

export function endpointOf(row: EndpointRow): Endpoint {
  const number = (id: bigint | null) => (id === null ? null : Number(id));
  return {
    id: Number(row.id),
    provider: row.provider,
    name: row.name,
    offerId: number(row.offer_id),
    trafficSourceId: number(row.traffic_source_id),
    buyerId: number(row.buyer_id),
    timeZone: row.time_zone,
    mapping: row.mapping,
    createdAt: row.created_at,
    pausedAt: row.paused_at,
  };
}
