import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { NotFound } from "@/lib/base/errors";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { checkEndpoint } from "./check-endpoint";
import type { WebhookEndpoint, WebhookEndpointUpdate } from "./contract/endpoint";
import type { OutboundEndpoint } from "./domain/endpoint";
import { endpointAudit } from "./endpoint-audit";
import { endpointFilters } from "./endpoint-filters";
import { createEndpointSecret, sealEndpointSecret } from "./endpoint-secret";
import { permitContent } from "./permit-endpoint";
import { presentEndpoint } from "./present-endpoint";
import { readEndpoint } from "./read-endpoints";
import { deleteOutboundEndpoint, lockOutboundEndpoint, replaceSecret, saveOutboundEndpoint } from "./sql/endpoints";

/** How long the previous secret signs as well, so that receivers can change theirs meanwhile. */
const SECRET_OVERLAP_MS = 24 * 60 * 60_000;

export type UpdatedEndpoint = { readonly webhook_endpoint: WebhookEndpoint; readonly secret: string | null };

/** Changes the named fields. A new secret is shown once. Throws `Forbidden`, `NotFound` or `Invalid`. */
export function updateWebhookEndpoint(
  ctx: Context,
  id: number,
  update: WebhookEndpointUpdate,
): Promise<UpdatedEndpoint> {
  return changeEndpoint(ctx, id, async (tx, endpoint) => {
    const { name, url, events, state, new_secret = false } = update;
    const changed: OutboundEndpoint = {
      ...endpoint,
      name: name ?? endpoint.name,
      url: url ?? endpoint.url,
      events: events === undefined ? endpoint.events : [...new Set(events)],
      filters: endpointFilters(update, endpoint.filters),
      state: state ?? endpoint.state,
      failingSince: state === "active" && endpoint.state !== "active" ? null : endpoint.failingSince,
    };
    // Whoever only pauses an endpoint, or renames it, learns nothing by it.
    if (url !== undefined || events !== undefined || new_secret) permitContent(ctx.actor, changed);
    await checkEndpoint(tx, changed);
    await saveOutboundEndpoint(tx, changed);
    await recordAudit(tx, ctx, {
      action: "outgoing_webhook.changed",
      id,
      before: endpointAudit(endpoint),
      after: endpointAudit(changed),
    });
    const secret = new_secret ? await rotate(tx, ctx, id) : null;
    return { webhook_endpoint: presentEndpoint(await readEndpoint(tx, id)), secret };
  });
}

/** Deletes the endpoint, what waits for it, and its log. Throws `Forbidden` or `NotFound`. */
export function deleteWebhookEndpoint(ctx: Context, id: number): Promise<void> {
  return changeEndpoint(ctx, id, async (tx, endpoint) => {
    await deleteOutboundEndpoint(tx, id);
    await recordAudit(tx, ctx, { action: "outgoing_webhook.deleted", id, before: endpointAudit(endpoint) });
  });
}

async function rotate(tx: Tx, ctx: Context, id: number): Promise<string> {
  const secret = createEndpointSecret();
  const sealed = sealEndpointSecret(tx.company, secret);
  await replaceSecret(tx, id, sealed, new Date(ctx.now().getTime() + SECRET_OVERLAP_MS));
  await recordAudit(tx, ctx, { action: "outgoing_webhook.secret_rotated", id });
  return secret;
}

async function changeEndpoint<T>(
  ctx: Context,
  id: number,
  change: (tx: Tx, endpoint: OutboundEndpoint) => Promise<T>,
): Promise<T> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => {
    const endpoint = await lockOutboundEndpoint(tx, id);
    if (!endpoint) throw new NotFound();
    return change(tx, endpoint);
  });
}
