import { eraseLateEvents } from "@/lib/erasure/sql/erase-late";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type EventSignature = "valid" | "missing" | "wrong" | "too_old" | "not_checked";
export type EventOutcome = "applied" | "repeated" | "ignored" | "waiting" | "refused";

/** A key or token with which a rejected request came in. */
export type EventActor = { readonly type: "api_key" | "secure_token"; readonly id: number };

/** The endpoint that an event arrived at, or whoever called the API. */
type EventSender =
  | { readonly endpointId: number; readonly actor?: null }
  | { readonly endpointId: null; readonly actor: EventActor };

/** An event with its result. */
export type NewEvent = EventSender & {
  readonly receivedAt: Date;
  readonly signature: EventSignature;
  readonly method: string;
  /** The HTTP status of the answer. */
  readonly status: number;
  readonly outcome: EventOutcome;
  readonly problem: string | null;
  readonly contentType: string | null;
  /** Percent-encoded, without the question mark. */
  readonly query: string;
  /** By name in lower case, without credentials. */
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Uint8Array;
  /** The calls and facts of an integration's event, or the call of a post. */
  readonly result: readonly unknown[];
};

/**
 * Stores events without erased values and returns their ids in order. Uses VALUES instead of a select, because the rows
 * draw identities.
 */
export async function insertEvents(tx: SqlTx, events: readonly NewEvent[]): Promise<number[]> {
  if (events.length === 0) return [];
  const rows = events.map(
    (event) => Prisma.sql`(${tx.company}::bigint, ${event.endpointId}::bigint, ${event.actor?.type ?? null}::text,
      ${event.actor?.id ?? null}::bigint, ${event.receivedAt}::timestamptz,
      ${event.signature}, ${event.method}, ${event.status}::integer, ${event.outcome}, ${event.problem}, ${event.contentType},
      ${event.query}, ${JSON.stringify(event.headers)}::jsonb, ${Buffer.from(event.payload)}::bytea,
      ${JSON.stringify(event.result)}::jsonb)`,
  );
  const inserted = await tx.$queryRaw<{ id: bigint }[]>`
    insert into inbound_event (company_id, endpoint_id, actor_type, actor_id, received_at, signature, method, status, outcome, problem,
      content_type, query, headers, payload, result)
    values ${Prisma.join(rows)}
    returning id`;
  const ids = inserted.map(({ id }) => Number(id)).sort((one, other) => one - other);
  await eraseLateEvents(
    tx,
    ids.map((id, position) => ({ id, content: wordsOf(events[position]) })),
  );
  return ids;
}

/** Text that may name a person in an event without a call. */
function wordsOf(event: NewEvent | undefined): string | null {
  if (!event || event.result.some(meansCall)) return null;
  const { query, headers, payload } = event;
  return [query, JSON.stringify(headers), Buffer.from(payload).toString()].join("\n");
}

function meansCall(result: unknown): boolean {
  return typeof result === "object" && result !== null && "call_id" in result && result.call_id !== null;
}
