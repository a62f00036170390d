import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { EventOutcome, EventSignature, NewEvent } from "./insert-events";

export type EventRow = Omit<NewEvent, "payload" | "headers" | "query" | "method" | "endpointId" | "actor"> & {
  readonly id: number;
  readonly payloadBytes: number;
};

export type EventsPage = {
  readonly endpointId: number;
  readonly outcome: EventOutcome | null;
  /** The last event of the previous page. */
  readonly after: { readonly receivedAt: Date; readonly id: number } | null;
  readonly limit: number;
};

type Row = {
  id: bigint;
  received_at: Date;
  signature: EventSignature;
  status: number;
  outcome: EventOutcome;
  problem: string | null;
  content_type: string | null;
  payload_bytes: number;
  result: unknown[];
};

/** Newest first. */
export async function listEvents(tx: SqlTx, page: EventsPage): Promise<EventRow[]> {
  const { endpointId, outcome, after, limit } = page;
  const rows = await tx.$queryRaw<Row[]>`
    select id, received_at, signature, status, outcome, problem, content_type, result,
      length(payload) as payload_bytes
    from inbound_event
    where company_id = ${tx.company} and endpoint_id = ${endpointId}
      ${outcome ? Prisma.sql`and outcome = ${outcome}` : Prisma.empty}
      ${after ? Prisma.sql`and (received_at, id) < (${after.receivedAt}::timestamptz, ${after.id}::bigint)` : Prisma.empty}
    order by received_at desc, id desc
    limit ${limit}`;
  return rows.map(eventRow);
}

type FullRow = Row & {
  method: string;
  query: string;
  headers: Record<string, string>;
  payload: Uint8Array<ArrayBuffer>;
};

export type FullEvent = EventRow & Pick<NewEvent, "query" | "headers" | "payload" | "method">;

/** Null if the endpoint has no such event. */
export async function findEvent(tx: SqlTx, endpointId: number, id: number): Promise<FullEvent | null> {
  const [row] = await tx.$queryRaw<FullRow[]>`
    select id, received_at, signature, status, outcome, problem, content_type, result, method, query,
      headers, payload, length(payload) as payload_bytes
    from inbound_event
    where company_id = ${tx.company} and endpoint_id = ${endpointId} and id = ${id}`;
  return row ? { ...eventRow(row), ...wordsOf(row) } : null;
}

function wordsOf({ method, query, headers, payload }: Pick<FullEvent, "method" | "query" | "headers" | "payload">) {
  return { method, query, headers, payload };
}

function eventRow(row: Row): EventRow {
  return {
    id: Number(row.id),
    receivedAt: row.received_at,
    signature: row.signature,
    status: row.status,
    outcome: row.outcome,
    problem: row.problem,
    contentType: row.content_type,
    payloadBytes: row.payload_bytes,
    result: row.result,
  };
}

/** The beginning of a payload that a list shows. */
export const SHOWN_BYTES = 16 * 1024;

export type LogPage = Pick<EventsPage, "after" | "limit"> & {
  readonly outcome: EventOutcome | null;
};

type SenderType = "integration" | "buyer" | "api_key" | "secure_token";

export type LoggedRow = FullEvent & {
  readonly senderType: SenderType;
  readonly senderId: number;
  readonly senderName: string;
};

/** Events of all senders, in reverse order of their ids. */
export async function listLog(tx: SqlTx, { outcome, after, limit }: LogPage): Promise<LoggedRow[]> {
  const rows = await tx.$queryRaw<(FullRow & { sender_type: SenderType; sender_id: bigint; sender_name: string })[]>`
    select e.*, s.type as sender_type, s.id as sender_id, s.name as sender_name
    from (
      select id, endpoint_id, actor_type, actor_id, received_at, signature, status, outcome, problem, content_type, result,
        method, query, headers, substr(payload, 1, ${SHOWN_BYTES}::integer) as payload, length(payload) as payload_bytes
      from inbound_event
      where company_id = ${tx.company} ${outcome ? OF_OUTCOME[outcome] : Prisma.empty}
        ${after ? Prisma.sql`and id < ${after.id}::bigint` : Prisma.empty}
      order by id desc
      limit ${limit}
    ) e
    cross join lateral (
      select 'buyer' as type, b.id, b.name from webhook_endpoint w
      join buyer b on b.company_id = ${tx.company} and b.id = w.buyer_id
      where w.company_id = ${tx.company} and w.id = e.endpoint_id and w.provider = 'buyer'
      union all
      select 'integration', w.id, w.name from webhook_endpoint w
      where w.company_id = ${tx.company} and w.id = e.endpoint_id and w.provider <> 'buyer'
      union all
      select 'api_key', k.id, k.name from api_key k
      where k.company_id = ${tx.company} and e.actor_type = 'api_key' and k.id = e.actor_id
      union all
      select 'secure_token', t.id, t.name from secure_token t
      where t.company_id = ${tx.company} and e.actor_type = 'secure_token' and t.id = e.actor_id
    ) s
    order by e.id desc`;
  return rows.map((row) => ({
    ...eventRow(row),
    ...wordsOf(row),
    senderType: row.sender_type,
    senderId: Number(row.sender_id),
    senderName: row.sender_name,
  }));
}

/** Written out, so that the partial index applies. */
const OF_OUTCOME: Record<EventOutcome, Prisma.Sql> = {
  applied: Prisma.sql`and outcome = 'applied'`,
  repeated: Prisma.sql`and outcome = 'repeated'`,
  ignored: Prisma.sql`and outcome = 'ignored'`,
  waiting: Prisma.sql`and outcome = 'waiting'`,
  refused: Prisma.sql`and outcome = 'refused'`,
};
