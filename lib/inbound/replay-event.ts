import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid } from "@/lib/base/errors";
import type { InboundEvent } from "@/lib/inbound/domain/inbound-event";
import { PROVIDERS } from "@/lib/inbound/provider/providers";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import type { IntegrationEvent } from "./contract/integration";
import { presentEvent, readEvent } from "./integration-events";
import { integrationUrl } from "./integration-url";
import { providerOf } from "./present-integration";
import { eventParts, providerEvents } from "./provider-events";
import { isClipped } from "./save-unsigned-event";
import type { Endpoint } from "./sql/endpoint";
import type { FullEvent } from "./sql/list-events";

/**
 * Parses a stored payload again with the current integration and applies it in place of what it reported before. A
 * person vouches for it, so no signature is checked. Returns the new log entry. Throws `Forbidden`, `NotFound`, or
 * `Invalid` if the payload was not stored completely.
 */
export async function replayEvent(ctx: Context, integrationId: number, eventId: number): Promise<IntegrationEvent> {
  permit(ctx.actor, "update", "settings");
  const { endpoint, event } = await readEvent(ctx, integrationId, eventId);
  if (event.payload.byteLength === 0 && event.method !== "GET")
    throw new Invalid({}, "This event’s payload wasn’t stored. Ask the provider to send it again.");
  if (isClipped(event))
    throw new Invalid({}, "Only the start of this event’s payload was stored. Ask the provider to send it again.");
  const provider = PROVIDERS[providerOf(endpoint)];
  const parsed = provider.parse(asItCame(endpoint, event), { timeZone: endpoint.timeZone ?? ctx.company.timeZone });
  const receivedAt = ctx.now();
  const parts = eventParts(parsed, { endpoint, receivedAt, replayed: true });
  const replayed = await providerEvents.receive(
    ctx,
    { ...event, endpointId: endpoint.id, receivedAt, signature: "not_checked" },
    parts,
  );
  await inCompanySql(ctx.company.id, (tx) =>
    recordAudit(tx, ctx, { action: "event.replayed", id: eventId, after: { integration_id: integrationId } }),
  );
  return presentEvent((await readEvent(ctx, integrationId, replayed.eventId)).event);
}

/** The event as it arrived, without the key in its URL, which is not stored. */
function asItCame(endpoint: Endpoint, event: FullEvent): InboundEvent {
  const query = event.query === "" ? "" : `?${event.query}`;
  return {
    method: event.method,
    url: integrationUrl(endpoint.provider, "replayed") + query,
    headers: new Headers(event.headers),
    body: event.payload,
    receivedAt: event.receivedAt,
  };
}
