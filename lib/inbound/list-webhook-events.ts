import type { Context } from "@/lib/access/context";
import { type Access, may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { mayReadPayloads, type PricingTokens } from "@/lib/call/domain/pricing-tokens";
import { readPricingTokens } from "@/lib/call/sql/pricing-tokens";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { BuyerWebhookEvent, BuyerWebhookEventsQuery } from "./contract/webhook";
import { callIdsOf, payloadText } from "./event-content";
import { cursorOf, parseCursor } from "./event-cursor";
import { nameOfBuyer } from "./name-of-buyer";
import { findEndpointOfBuyer } from "./sql/find-endpoint";
import { type FullEvent, findEvent, listEvents } from "./sql/list-events";

const EVENTS_A_PAGE = 20;

export type WebhookEventPage = { readonly events: BuyerWebhookEvent[]; readonly next_cursor: string | null };

/** Events of a buyer's webhook, newest first. Throws `Forbidden`, `NotFound` or `Invalid`. */
export async function listWebhookEvents(
  ctx: Context,
  buyerId: number,
  query: BuyerWebhookEventsQuery,
): Promise<WebhookEventPage> {
  permit(ctx.actor, "read", "settings");
  const perPage = query.per_page ?? EVENTS_A_PAGE;
  const after = query.cursor === undefined ? null : parseCursor(query.cursor);
  return readInCompanySql(ctx.company.id, async (tx) => {
    await nameOfBuyer(tx, buyerId);
    const endpoint = await findEndpointOfBuyer(tx, buyerId);
    if (!endpoint) return { events: [], next_cursor: null };
    const rows = await listEvents(tx, { endpointId: endpoint.id, outcome: null, after, limit: perPage + 1 });
    const mayReadAll = mayReadPosts(ctx.actor.access, await readPricingTokens(tx));
    const events: BuyerWebhookEvent[] = [];
    for (const { id } of rows.slice(0, perPage)) {
      const event = await findEvent(tx, endpoint.id, id);
      if (event) events.push(present(event, mayReadAll));
    }
    const last = rows.slice(0, perPage).at(-1);
    return { events, next_cursor: rows.length > perPage && last ? cursorOf(last) : null };
  });
}

function present(event: FullEvent, mayReadAll: boolean): BuyerWebhookEvent {
  return {
    id: event.id,
    received_at: event.receivedAt.toISOString(),
    signature: event.signature,
    answered: event.status,
    outcome: event.outcome,
    problem: event.problem,
    call_id: callIdsOf(event)[0] ?? null,
    payload: mayReadAll ? payloadText(event) : null,
  };
}

/** A raw body may contain callers and amounts anywhere. */
function mayReadPosts(access: Access, pricing: PricingTokens): boolean {
  return may(access, "read", "call.revenue") && mayReadPayloads(access, pricing);
}
