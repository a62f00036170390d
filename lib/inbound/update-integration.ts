import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { NotFound } from "@/lib/base/errors";
import { inCompany, type Tx } from "@/lib/platform/sql/in-company";
import { checkParties, checkTimeZone } from "./check-integration";
import type { Integration, IntegrationUpdate, NewSecret } from "./contract/integration";
import { renewEndpointKey } from "./endpoint-key";
import { integrationSecret } from "./integration-secret";
import { integrationUrl } from "./integration-url";
import { providerOf } from "./present-integration";
import { readIntegration } from "./read-integration";
import { saveSecret } from "./save-secret";
import type { Endpoint } from "./sql/endpoint";
import { lockEndpoint } from "./sql/find-endpoint";
import { saveEndpoint } from "./sql/save-endpoint";

/** Changes the named fields. Throws `Forbidden`, `NotFound` or `Invalid`. */
export function updateIntegration(ctx: Context, id: number, update: IntegrationUpdate): Promise<Integration> {
  const { name, offer_id, traffic_source_id, buyer_id, time_zone, paused } = update;
  return changeIntegration(ctx, id, async (tx, endpoint) => {
    checkTimeZone(providerOf(endpoint), time_zone);
    const changed: Endpoint = {
      ...endpoint,
      name: name ?? endpoint.name,
      offerId: offer_id ?? endpoint.offerId,
      trafficSourceId: traffic_source_id === undefined ? endpoint.trafficSourceId : traffic_source_id,
      buyerId: buyer_id === undefined ? endpoint.buyerId : buyer_id,
      timeZone: time_zone ?? endpoint.timeZone,
      pausedAt: paused === undefined ? endpoint.pausedAt : paused ? (endpoint.pausedAt ?? ctx.now()) : null,
    };
    await checkParties(tx, changed, endpoint);
    await saveEndpoint(tx, changed);
    await recordAudit(tx, ctx, {
      action: "integration.changed",
      id,
      before: auditOf(endpoint),
      after: auditOf(changed),
    });
    return readIntegration(tx, id, ctx.now());
  });
}

/**
 * Stores a new secret: issued by the provider, or generated and shown once. The previous one stays valid for 24 hours
 * unless `at_once`. Throws `Forbidden`, `NotFound` or `Invalid`.
 */
export function rotateSecret(
  ctx: Context,
  id: number,
  { secret: pasted, at_once = false }: NewSecret,
): Promise<{ readonly integration: Integration; readonly secret: string | null }> {
  return changeIntegration(ctx, id, async (tx, endpoint) => {
    const { secret, shown } = integrationSecret(providerOf(endpoint), pasted);
    await saveSecret(tx, { endpointId: id, secret, now: ctx.now(), atOnce: at_once });
    await recordAudit(tx, ctx, { action: "integration.secret_rotated", id, after: { at_once } });
    return { integration: await readIntegration(tx, id, ctx.now()), secret: shown };
  });
}

/** A new URL, shown once. The previous one stops working. Throws `Forbidden` or `NotFound`. */
export function renewUrl(
  ctx: Context,
  id: number,
): Promise<{ readonly integration: Integration; readonly url: string }> {
  return changeIntegration(ctx, id, async (tx, endpoint) => {
    const key = await renewEndpointKey(tx, endpoint, ctx.now());
    await recordAudit(tx, ctx, { action: "integration.url_renewed", id });
    return { integration: await readIntegration(tx, id, ctx.now()), url: integrationUrl(endpoint.provider, key) };
  });
}

function auditOf({ name, offerId, trafficSourceId, buyerId, timeZone, pausedAt }: Endpoint) {
  return {
    name,
    offer_id: offerId,
    traffic_source_id: trafficSourceId,
    buyer_id: buyerId,
    time_zone: timeZone,
    paused: pausedAt !== null,
  };
}

async function changeIntegration<T>(
  ctx: Context,
  id: number,
  change: (tx: Tx, endpoint: Endpoint) => Promise<T>,
): Promise<T> {
  permit(ctx.actor, "update", "settings");
  return inCompany(ctx.company.id, async (tx) => {
    const endpoint = await lockEndpoint(tx, id);
    if (!endpoint || endpoint.provider === "buyer") throw new NotFound();
    return change(tx, endpoint);
  });
}
