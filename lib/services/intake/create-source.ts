import type { NewSource, Source } from "@/lib/contracts/sources";
import { inCompany } from "@/lib/db/in-company";
import { insertEndpoint } from "@/lib/db/webhooks/insert-endpoint";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { giveAddressKey } from "../webhooks/address-key";
import { keepSecret } from "../webhooks/keep-secret";
import { checkParties, checkTimeZone } from "./check-source";
import { readSource } from "./read-source";
import { tellsLocalTimes } from "./source-intake";
import { sourceSecret } from "./source-secret";
import { sourceUrl } from "./source-url";

/** `url` and `secret` are seen here for the only time; the secret is null where the maker issued it. */
export type CreatedSource = { readonly source: Source; readonly url: string; readonly secret: string | null };

/** Makes an address at which a maker posts. Throws `Forbidden` or `Invalid`. */
export async function createSource(ctx: Context, input: NewSource): Promise<CreatedSource> {
  permit(ctx.actor, "update", "settings");
  const { provider, name } = input;
  checkTimeZone(provider, input.time_zone);
  const { secret, shown } = sourceSecret(provider, input.secret);
  const parties = {
    offerId: input.offer_id,
    trafficSourceId: input.traffic_source_id ?? null,
    buyerId: input.buyer_id ?? null,
  };
  const timeZone = tellsLocalTimes(provider) ? (input.time_zone ?? ctx.company.timeZone) : null;
  const now = ctx.now();
  return inCompany(ctx.company.id, async (tx) => {
    await checkParties(tx, parties);
    const id = await insertEndpoint(tx, { provider, name, ...parties, timeZone, mapping: {}, createdAt: now });
    await keepSecret(tx, { endpointId: id, secret, now });
    const key = await giveAddressKey(tx, { id, provider }, now);
    return { source: await readSource(tx, id, now), url: sourceUrl(provider, key), secret: shown };
  });
}
