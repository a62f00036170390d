import { isIP } from "node:net";
import { type FieldErrors, Invalid } from "@/lib/base/errors";
import { archivedText } from "@/lib/party/domain/archived-text";
import { findExistingParties } from "@/lib/party/sql/find-existing-parties";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { isAllowedAddress } from "./allowed-address";
import type { OutboundEndpoint } from "./domain/endpoint";
import { isForBuyers, isForParties, isForTrafficSources } from "./domain/event-type";

type Checked = Pick<OutboundEndpoint, "url" | "events" | "offerId" | "buyerId" | "trafficSourceId" | "filters">;

/** Throws `Invalid` if the endpoint could not work, or would send a party what concerns the other. */
export async function checkEndpoint(tx: SqlTx, endpoint: Checked): Promise<void> {
  const wrong = { ...urlErrors(endpoint), ...eventErrors(endpoint), ...(await partyErrors(tx, endpoint)) };
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
}

function urlErrors({ url }: Checked): FieldErrors {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) === 0 || isAllowedAddress(host)) return {};
  return { url: "This address is not public. Enter one that is, or have the operator allow it in OUTGOING_ALLOWED." };
}

function eventErrors({ events, offerId, buyerId, trafficSourceId }: Checked): FieldErrors {
  const owners = [
    { whose: "an offer", id: offerId, isFor: isForParties },
    { whose: "a buyer", id: buyerId, isFor: isForBuyers },
    { whose: "a traffic source", id: trafficSourceId, isFor: isForTrafficSources },
  ];
  const owner = owners.find(({ id }) => id !== null);
  const wrong = owner ? events.filter((type) => !owner.isFor(type)) : [];
  if (!owner || wrong.length === 0) return {};
  return { events: `The endpoint of ${owner.whose} can't receive ${wrong.join(", ")}. Leave these out.` };
}

async function partyErrors(tx: SqlTx, { offerId, buyerId, trafficSourceId, filters }: Checked): Promise<FieldErrors> {
  const list = (id: number | null) => (id === null ? [] : [id]);
  const wanted = {
    offerIds: [...list(offerId), ...(filters.offerIds ?? [])],
    buyerIds: [...list(buyerId), ...(filters.buyerIds ?? [])],
    trafficSourceIds: [...list(trafficSourceId), ...(filters.trafficSourceIds ?? [])],
  };
  const existing = await findExistingParties(tx, wanted);
  const { archived } = existing;
  return {
    ...own("offer", offerId, existing.offers, archived.offers),
    ...own("buyer", buyerId, existing.buyers, archived.buyers),
    ...own("traffic_source", trafficSourceId, existing.trafficSources, archived.trafficSources),
    ...listed("offer", filters.offerIds, existing.offers),
    ...listed("buyer", filters.buyerIds, existing.buyers),
    ...listed("traffic_source", filters.trafficSourceIds, existing.trafficSources),
  };
}

type Kind = "offer" | "buyer" | "traffic_source";
type Ids = ReadonlySet<number>;

function own(kind: Kind, id: number | null, existing: Ids, archived: Ids): FieldErrors {
  if (id === null) return {};
  const one = kind.replace("_", " ");
  if (!existing.has(id)) return { [`${kind}_id`]: `There is no ${one} ${id} in this company.` };
  return archived.has(id) ? { [`${kind}_id`]: archivedText(one, id) } : {};
}

function listed(kind: Kind, ids: readonly number[] | undefined, existing: Ids): FieldErrors {
  const missing = ids?.filter((id) => !existing.has(id)) ?? [];
  if (missing.length === 0) return {};
  return { [`${kind}_ids`]: `There is no ${kind.replace("_", " ")} ${missing.join(", ")} in this company.` };
}
