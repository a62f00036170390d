import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { inCompany } from "@/lib/platform/sql/in-company";
import { checkParties, checkTimeZone } from "./check-integration";
import type { Integration, NewIntegration } from "./contract/integration";
import { createEndpointKey } from "./endpoint-key";
import { reportsLocalTimes } from "./find-provider";
import { integrationSecret } from "./integration-secret";
import { integrationUrl } from "./integration-url";
import { readIntegration } from "./read-integration";
import { saveSecret } from "./save-secret";
import { insertEndpoint } from "./sql/insert-endpoint";

/** `url` and `secret` are shown once; the secret is null if the provider issued it. */
export type NewIntegrationAnswer = {
  readonly integration: Integration;
  readonly url: string;
  readonly secret: string | null;
};

/** Creates an integration with a URL for its provider. Throws `Forbidden` or `Invalid`. */
export async function createIntegration(ctx: Context, input: NewIntegration): Promise<NewIntegrationAnswer> {
  permit(ctx.actor, "update", "settings");
  const { provider, name } = input;
  checkTimeZone(provider, input.time_zone);
  const { secret, shown } = integrationSecret(provider, input.secret);
  const parties = {
    offerId: input.offer_id,
    trafficSourceId: input.traffic_source_id ?? null,
    buyerId: input.buyer_id ?? null,
  };
  const timeZone = reportsLocalTimes(provider) ? (input.time_zone ?? ctx.company.timeZone) : null;
  const now = ctx.now();
  return inCompany(ctx.company.id, async (tx) => {
    await checkParties(tx, parties);
    const id = await insertEndpoint(tx, { provider, name, ...parties, timeZone, mapping: {}, createdAt: now });
    await saveSecret(tx, { endpointId: id, secret, now });
    const key = await createEndpointKey(tx, { id, provider }, now);
    await recordAudit(tx, ctx, { action: "integration.created", id, after: { provider, name } });
    return { integration: await readIntegration(tx, id, now), url: integrationUrl(provider, key), secret: shown };
  });
}
