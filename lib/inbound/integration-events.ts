import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { amountsInPayloads } from "@/lib/call/domain/pricing-tokens";
import { readPricingTokens } from "@/lib/call/sql/pricing-tokens";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import { EventCall, type EventQuery, type FullIntegrationEvent, type IntegrationEvent } from "./contract/integration";
import { cursorOf, parseCursor } from "./event-cursor";
import { isClipped } from "./save-unsigned-event";
import type { Endpoint } from "./sql/endpoint";
import { findEndpoint } from "./sql/find-endpoint";
import { type EventRow, type FullEvent, findEvent, listEvents as listEventRows } from "./sql/list-events";

const EVENTS_A_PAGE = 50;

export type EventPage = { readonly events: IntegrationEvent[]; readonly next_cursor: string | null };

/** Events of an integration, newest first. Throws `Forbidden`, `NotFound` or `Invalid`. */
export async function listEvents(ctx: Context, integrationId: number, query: EventQuery): Promise<EventPage> {
  permit(ctx.actor, "read", "settings");
  const perPage = query.per_page ?? EVENTS_A_PAGE;
  const after = query.cursor === undefined ? null : parseCursor(query.cursor);
  const rows = await readInCompanySql(ctx.company.id, async (tx) => {
    await existing(tx, integrationId);
    return listEventRows(tx, { endpointId: integrationId, outcome: query.outcome ?? null, after, limit: perPage + 1 });
  });
  const page = rows.slice(0, perPage);
  const last = page.at(-1);
  return { events: page.map(presentEvent), next_cursor: rows.length > perPage && last ? cursorOf(last) : null };
}

/**
 * An event with its raw payload, which may hold callers and token values: needs call details and, if a token sets a
 * price, its amount. Throws `Forbidden` or `NotFound`.
 */
export async function getEvent(ctx: Context, integrationId: number, eventId: number): Promise<FullIntegrationEvent> {
  permit(ctx.actor, "read", "call.details");
  const pricing = await readInCompanySql(ctx.company.id, readPricingTokens);
  for (const area of amountsInPayloads(pricing)) permit(ctx.actor, "read", area);
  const { event } = await readEvent(ctx, integrationId, eventId);
  return {
    ...presentEvent(event),
    headers: { ...event.headers },
    query: event.query,
    payload: new TextDecoder().decode(event.payload),
    clipped: isClipped(event),
  };
}

/** Throws `Forbidden` or `NotFound`. */
export async function readEvent(
  ctx: Context,
  integrationId: number,
  eventId: number,
): Promise<{ readonly endpoint: Endpoint; readonly event: FullEvent }> {
  permit(ctx.actor, "read", "settings");
  return readInCompanySql(ctx.company.id, async (tx) => {
    const endpoint = await existing(tx, integrationId);
    const event = await findEvent(tx, integrationId, eventId);
    if (!event) throw new NotFound();
    return { endpoint, event };
  });
}

async function existing(tx: SqlTx, integrationId: number): Promise<Endpoint> {
  const endpoint = await findEndpoint(tx, integrationId);
  if (!endpoint || endpoint.provider === "buyer") throw new NotFound();
  return endpoint;
}

export function presentEvent(event: EventRow): IntegrationEvent {
  return {
    id: event.id,
    received_at: event.receivedAt.toISOString(),
    signature: event.signature,
    answered: event.status,
    outcome: event.outcome,
    problem: event.problem,
    content_type: event.contentType,
    payload_bytes: event.payloadBytes,
    calls: event.result.map((call) => EventCall.parse(call)),
  };
}
