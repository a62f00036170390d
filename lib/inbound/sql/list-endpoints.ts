import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { type Endpoint, type EndpointRow, endpointOf } from "./endpoint";
import type { EventOutcome, EventSignature } from "./insert-events";
import type { SecretState } from "./secrets";

type Party = { readonly id: number; readonly name: string };

/** An endpoint as lists show it. */
export type EndpointView = Endpoint & {
  readonly offer: Party | null;
  readonly trafficSource: Party | null;
  readonly buyer: Party | null;
  /** Valid secrets, newest first. */
  readonly secrets: readonly SecretState[];
  readonly lastEvent: {
    readonly receivedAt: Date;
    readonly outcome: EventOutcome;
    readonly signature: EventSignature;
  } | null;
  readonly lastValidAt: Date | null;
};

type SecretJson = { number: number; createdAt: string; validUntil: string | null };
type Row = EndpointRow & {
  offer_name: string | null;
  traffic_source_name: string | null;
  buyer_name: string | null;
  secrets: SecretJson[] | null;
  received_at: Date | null;
  outcome: EventOutcome | null;
  signature: EventSignature | null;
  last_valid_at: Date | null;
};

/** All integrations by name, or one of them. */
export async function listIntegrationEndpoints(tx: SqlTx, at: Date, id?: number): Promise<EndpointView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select e.*, o.name as offer_name, t.name as traffic_source_name, b.name as buyer_name,
      (select json_agg(json_build_object('number', s.number, 'createdAt', s.created_at, 'validUntil', s.valid_until)
          order by s.number desc)
        from webhook_secret s where s.company_id = ${tx.company} and s.endpoint_id = e.id
          and (s.valid_until is null or s.valid_until > ${at}::timestamptz)) as secrets,
      last.received_at, last.outcome, last.signature,
      (select v.received_at from inbound_event v where v.company_id = ${tx.company} and v.endpoint_id = e.id
        and v.signature = 'valid' order by v.received_at desc, v.id desc limit 1) as last_valid_at
    from webhook_endpoint e
    left join offer o on o.company_id = ${tx.company} and o.id = e.offer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = e.traffic_source_id
    left join buyer b on b.company_id = ${tx.company} and b.id = e.buyer_id
    left join lateral (
      select v.received_at, v.outcome, v.signature from inbound_event v
      where v.company_id = ${tx.company} and v.endpoint_id = e.id order by v.received_at desc, v.id desc limit 1
    ) last on true
    where e.company_id = ${tx.company} and e.provider <> 'buyer'
      ${id === undefined ? Prisma.empty : Prisma.sql`and e.id = ${id}`}
    order by lower(e.name), e.id
    limit 500`;
  return rows.map(endpointView);
}

function endpointView(row: Row): EndpointView {
  const endpoint = endpointOf(row);
  const party = (id: number | null, name: string | null) => (id === null || name === null ? null : { id, name });
  return {
    ...endpoint,
    offer: party(endpoint.offerId, row.offer_name),
    trafficSource: party(endpoint.trafficSourceId, row.traffic_source_name),
    buyer: party(endpoint.buyerId, row.buyer_name),
    secrets: (row.secrets ?? []).map(({ number, createdAt, validUntil }) => ({
      number,
      createdAt: new Date(createdAt),
      validUntil: validUntil === null ? null : new Date(validUntil),
    })),
    lastEvent:
      row.received_at && row.outcome && row.signature
        ? { receivedAt: row.received_at, outcome: row.outcome, signature: row.signature }
        : null,
    lastValidAt: row.last_valid_at,
  };
}
