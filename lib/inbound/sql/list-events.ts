import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { EventOutcome, EventSignature, NewEvent } from "./insert-events";

export type EventRow = Omit<NewEvent, "payload" | "headers" | "query" | "method"> & {
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
  endpoint_id: bigint;
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
    select id, endpoint_id, received_at, signature, status, outcome, problem, content_type, result,
      length(payload) as payload_bytes
    from webhook_event
    where company_id = ${tx.company} and endpoint_id = ${endpointId}
      ${outcome ? Prisma.sql`and outcome = ${outcome}` : Prisma.empty}
      ${after ? Prisma.sql`and (received_at, id) < (${after.receivedAt}::timestamptz, ${after.id}::bigint)` : Prisma.empty}
    order by received_at desc, id desc
    limit ${limit}`;
  return rows.map(eventRow);
}

export type FullEvent = EventRow & Pick<NewEvent, "query" | "headers" | "payload" | "method">;

/** Null if the endpoint has no such event. */
export async function findEvent(tx: SqlTx, endpointId: number, id: number): Promise<FullEvent | null> {
  const [row] = await tx.$queryRaw<
    (Row & { method: string; query: string; headers: Record<string, string>; payload: Uint8Array<ArrayBuffer> })[]
  >`
    select id, endpoint_id, received_at, signature, status, outcome, problem, content_type, result, method, query,
      headers, payload, length(payload) as payload_bytes
    from webhook_event
    where company_id = ${tx.company} and endpoint_id = ${endpointId} and id = ${id}`;
  return row ? { ...eventRow(row), ...wordsOf(row) } : null;
}

function wordsOf({ method, query, headers, payload }: Pick<FullEvent, "method" | "query" | "headers" | "payload">) {
  return { method, query, headers, payload };
}

function eventRow(row: Row): EventRow {
  return {
    id: Number(row.id),
    endpointId: Number(row.endpoint_id),
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
