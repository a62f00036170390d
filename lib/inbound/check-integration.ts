import { Invalid } from "@/lib/base/errors";
import { archivedText } from "@/lib/party/domain/archived-text";
import { findExistingParties } from "@/lib/party/sql/find-existing-parties";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { IntegrationProvider } from "./contract/integration";
import { reportsLocalTimes } from "./find-provider";

type Parties = {
  readonly offerId: number | null;
  readonly trafficSourceId: number | null;
  readonly buyerId: number | null;
};

const NONE: Parties = { offerId: null, trafficSourceId: null, buyerId: null };

/** Throws `Invalid` if a party is not the company's, or is archived and was not there `before`. */
export async function checkParties(tx: Tx, parties: Parties, before: Parties = NONE): Promise<void> {
  const { offerId, trafficSourceId, buyerId } = parties;
  const list = (id: number | null) => (id === null ? [] : [id]);
  const existing = await findExistingParties(tx, {
    offerIds: list(offerId),
    trafficSourceIds: list(trafficSourceId),
    buyerIds: list(buyerId),
  });
  const { archived } = existing;
  const wrong = {
    offer_id: problemOf("offer", offerId, before.offerId, existing.offers, archived.offers),
    traffic_source_id: problemOf(
      "traffic source",
      trafficSourceId,
      before.trafficSourceId,
      existing.trafficSources,
      archived.trafficSources,
    ),
    buyer_id: problemOf("buyer", buyerId, before.buyerId, existing.buyers, archived.buyers),
  };
  const errors = Object.fromEntries(Object.entries(wrong).flatMap(([field, text]) => (text ? [[field, text]] : [])));
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}

function problemOf(
  one: string,
  id: number | null,
  before: number | null,
  existing: ReadonlySet<number>,
  archived: ReadonlySet<number>,
): string | null {
  if (id === null) return null;
  if (!existing.has(id)) return `There is no ${one} ${id} in this company.`;
  return id !== before && archived.has(id) ? archivedText(one, id) : null;
}

/** Throws `Invalid` for a time zone that would never be used. */
export function checkTimeZone(provider: IntegrationProvider, timeZone: string | undefined): void {
  if (timeZone === undefined || reportsLocalTimes(provider)) return;
  throw new Invalid({ time_zone: "This provider reports times with their zone. Leave it out." });
}
