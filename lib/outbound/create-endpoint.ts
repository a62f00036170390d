import type { Context } from "@/lib/access/context";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Invalid } from "@/lib/base/errors";
import { inCompany } from "@/lib/platform/sql/in-company";
import { checkEndpoint } from "./check-endpoint";
import type { NewWebhookEndpoint, WebhookEndpoint } from "./contract/endpoint";
import { endpointAudit } from "./endpoint-audit";
import { endpointFilters } from "./endpoint-filters";
import { createEndpointSecret, sealEndpointSecret } from "./endpoint-secret";
import { permitEndpoint } from "./permit-endpoint";
import { presentEndpoint } from "./present-endpoint";
import { readEndpoint } from "./read-endpoints";
import { insertOutboundEndpoint } from "./sql/endpoints";

export type CreatedEndpoint = { readonly webhook_endpoint: WebhookEndpoint; readonly secret: string };

/** Creates an endpoint that receives events from now on. Its secret is shown once. Throws `Forbidden` or `Invalid`. */
export async function createWebhookEndpoint(ctx: Context, input: NewWebhookEndpoint): Promise<CreatedEndpoint> {
  const endpoint = {
    name: input.name,
    url: input.url,
    events: [...new Set(input.events)],
    offerId: input.offer_id ?? null,
    buyerId: input.buyer_id ?? null,
    trafficSourceId: input.traffic_source_id ?? null,
    filters: endpointFilters(input),
    createdAt: ctx.now(),
  };
  permitEndpoint(ctx.actor, endpoint);
  assertOneParty(input);
  const secret = createEndpointSecret();
  return inCompany(ctx.company.id, async (tx) => {
    await checkEndpoint(tx, endpoint);
    const secretSealed = sealEndpointSecret(tx.company, secret);
    const id = await insertOutboundEndpoint(tx, { ...endpoint, secretSealed });
    await recordAudit(tx, ctx, { action: "outgoing_webhook.created", id, after: endpointAudit(endpoint) });
    return { webhook_endpoint: presentEndpoint(await readEndpoint(tx, id)), secret };
  });
}

function assertOneParty({ offer_id, buyer_id, traffic_source_id }: NewWebhookEndpoint): void {
  const named = Object.entries({ offer_id, buyer_id, traffic_source_id }).filter(([, id]) => id !== undefined);
  const text = "An endpoint belongs to one party at most. Use filters to narrow it further.";
  if (named.length > 1) throw new Invalid(Object.fromEntries(named.map(([field]) => [field, text])));
}
