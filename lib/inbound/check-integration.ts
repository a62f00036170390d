import { Invalid } from "@/lib/base/errors";
import { findExistingParties } from "@/lib/party/sql/find-existing-parties";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { IntegrationProvider } from "./contract/integration";
import { reportsLocalTimes } from "./find-provider";

type Parties = {
  readonly offerId: number | null;
  readonly trafficSourceId: number | null;
  readonly buyerId: number | null;
};

/** Throws `Invalid` if a party is not the company's. */
export async function checkParties(tx: Tx, { offerId, trafficSourceId, buyerId }: Parties): Promise<void> {
  const list = (id: number | null) => (id === null ? [] : [id]);
  const existing = await findExistingParties(tx, {
    offerIds: list(offerId),
    trafficSourceIds: list(trafficSourceId),
    buyerIds: list(buyerId),
  });
  const unknown = (id: number | null, ids: ReadonlySet<number>) => id !== null && !ids.has(id);
  const errors = {
    ...(unknown(offerId, existing.offers) && { offer_id: `There is no offer ${offerId} in this company.` }),
    ...(unknown(trafficSourceId, existing.trafficSources) && {
      traffic_source_id: `There is no traffic source ${trafficSourceId} in this company.`,
    }),
    ...(unknown(buyerId, existing.buyers) && { buyer_id: `There is no buyer ${buyerId} in this company.` }),
  };
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}

/** Throws `Invalid` for a time zone that would never be used. */
export function checkTimeZone(provider: IntegrationProvider, timeZone: string | undefined): void {
  if (timeZone === undefined || reportsLocalTimes(provider)) return;
  throw new Invalid({ time_zone: "This provider reports times with their zone. Leave it out." });
}
