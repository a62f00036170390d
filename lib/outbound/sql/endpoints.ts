import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { EndpointFilters, EndpointState, OutboundEndpoint } from "../domain/endpoint";
import type { EventType } from "../domain/event-type";
import { receiverOf } from "./receivers";

type Row = {
  id: bigint;
  name: string;
  url: string;
  events: EventType[];
  offer_id: bigint | null;
  buyer_id: bigint | null;
  traffic_source_id: bigint | null;
  filters: EndpointFilters;
  state: EndpointState;
  created_at: Date;
  failing_since: Date | null;
};
type PartyName = { readonly id: number; readonly name: string };
type ViewRow = Row & {
  offer_name: string | null;
  buyer_name: string | null;
  traffic_source_name: string | null;
};

/** An endpoint as lists show it. */
export type EndpointView = OutboundEndpoint & {
  readonly offer: PartyName | null;
  readonly buyer: PartyName | null;
  readonly trafficSource: PartyName | null;
};

const LISTED_AT_MOST = 500;
const COLUMNS = Prisma.sql`e.id, e.name, e.url, e.events, e.offer_id, e.buyer_id, e.traffic_source_id, e.filters, e.state,
  e.created_at, e.failing_since`;

export async function hasActiveEndpoints(tx: SqlTx): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select from outbound_endpoint where company_id = ${tx.company} and state = 'active' limit 1`;
  return rows.length > 0;
}

/** All endpoints by name, or one of them. */
export async function listOutboundEndpoints(tx: SqlTx, id: number | null = null): Promise<EndpointView[]> {
  const rows = await tx.$queryRaw<ViewRow[]>`
    select ${COLUMNS}, o.name as offer_name, b.name as buyer_name, t.name as traffic_source_name
    from outbound_endpoint e
    left join offer o on o.company_id = ${tx.company} and o.id = e.offer_id
    left join buyer b on b.company_id = ${tx.company} and b.id = e.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = e.traffic_source_id
    where e.company_id = ${tx.company} and e.state <> 'deleted' ${id === null ? Prisma.empty : Prisma.sql`and e.id = ${id}::bigint`}
    order by lower(e.name), e.id
    limit ${LISTED_AT_MOST}`;
  return rows.map((row) => ({
    ...endpointOf(row),
    offer: named(row.offer_id, row.offer_name),
    buyer: named(row.buyer_id, row.buyer_name),
    trafficSource: named(row.traffic_source_id, row.traffic_source_name),
  }));
}

export async function lockOutboundEndpoint(tx: SqlTx, id: number): Promise<OutboundEndpoint | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select ${COLUMNS} from outbound_endpoint e
    where e.company_id = ${tx.company} and e.id = ${id}::bigint and e.state <> 'deleted'
    for no key update`;
  return row ? endpointOf(row) : null;
}

export type NewOutboundEndpoint = Omit<OutboundEndpoint, "id" | "state" | "failingSince"> & {
  readonly secretSealed: Uint8Array;
};

/** Returns the id of the new endpoint. */
export async function insertOutboundEndpoint(tx: SqlTx, endpoint: NewOutboundEndpoint): Promise<number> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    insert into outbound_endpoint (company_id, name, url, events, offer_id, buyer_id, traffic_source_id, filters,
      secret_sealed, created_at)
    values (${tx.company}::bigint, ${endpoint.name}, ${endpoint.url}, ${endpoint.events}::text[],
      ${endpoint.offerId}::bigint, ${endpoint.buyerId}::bigint, ${endpoint.trafficSourceId}::bigint,
      ${JSON.stringify(endpoint.filters)}::jsonb, ${endpoint.secretSealed}, ${endpoint.createdAt}::timestamptz)
    returning id`;
  return Number(rows[0]?.id);
}

/** The endpoint must be locked. */
export async function saveOutboundEndpoint(tx: SqlTx, endpoint: OutboundEndpoint): Promise<void> {
  await tx.$executeRaw`
    update outbound_endpoint set name = ${endpoint.name}, url = ${endpoint.url}, events = ${endpoint.events}::text[],
      filters = ${JSON.stringify(endpoint.filters)}::jsonb, state = ${endpoint.state},
      failing_since = ${endpoint.failingSince}::timestamptz
    where company_id = ${tx.company} and id = ${endpoint.id}::bigint`;
}

/** The one before signs as well until then. The endpoint must be locked. */
export async function replaceSecret(tx: SqlTx, id: number, sealed: Uint8Array, previousUntil: Date): Promise<void> {
  await tx.$executeRaw`
    update outbound_endpoint set previous_sealed = secret_sealed, previous_valid_until = ${previousUntil}::timestamptz,
      secret_sealed = ${sealed}
    where company_id = ${tx.company} and id = ${id}::bigint`;
}

/**
 * The row stays: a conversion that queues a delivery at this moment must not fail. Its deliveries are deleted at night.
 */
export async function deleteOutboundEndpoint(tx: SqlTx, id: number): Promise<void> {
  await tx.$executeRaw`
    update outbound_endpoint set state = 'deleted' where company_id = ${tx.company} and id = ${id}::bigint`;
}

/** Also those that were deleted. */
export async function listEndpointIds(tx: SqlTx): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    select id from outbound_endpoint where company_id = ${tx.company} order by id`;
  return rows.map(({ id }) => Number(id));
}

function endpointOf(row: Row): OutboundEndpoint {
  return {
    ...receiverOf(row),
    name: row.name,
    url: row.url,
    state: row.state,
    createdAt: row.created_at,
    failingSince: row.failing_since,
  };
}

function named(id: bigint | null, name: string | null): PartyName | null {
  return id === null || name === null ? null : { id: Number(id), name };
}
