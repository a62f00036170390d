import type { Context } from "@/lib/access/context";
import type { Area } from "@/lib/access/domain/access";
import { permitOnCalls } from "@/lib/access/permit";
import { Invalid } from "@/lib/base/errors";
import { parseMoney } from "@/lib/base/money";
import { startOfDay } from "@/lib/base/start-of-day";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallListQuery } from "./contract/call-list";
import type { CallFilter } from "./domain/call-filter";
import { pricedBy } from "./domain/pricing-tokens";
import { readPricingTokens } from "./sql/pricing-tokens";

type Filters = Omit<CallListQuery, "sort" | "fields" | "cursor" | "per_page">;

/** What an actor must be able to read to filter by it: a filter reveals values as well as a field. */
const READS: Readonly<Partial<Record<keyof Filters, readonly Area[]>>> = {
  q: ["call.details"],
  external_id: ["call.details"],
  traffic_source_id: ["call.details"],
  tokens: ["call.details"],
  buyer_converted: ["call.buyer_converted"],
  offer_converted: ["call.offer_converted"],
  either_converted: ["call.buyer_converted", "call.offer_converted"],
  mechanism: ["call.buyer_converted", "call.offer_converted"],
  revenue_min: ["call.revenue"],
  revenue_max: ["call.revenue"],
};

/** The filters of a request. Throws `Forbidden` for one by what the actor may not read, or `Invalid`. */
export function readCallFilter({ actor, company }: Context, query: Filters): CallFilter {
  const asked = (Object.keys(READS) as (keyof Filters)[]).filter(
    (name) => query[name] !== undefined && query[name] !== "",
  );
  for (const area of asked.flatMap((name) => READS[name] ?? [])) permitOnCalls(actor, "read", area);
  return {
    search: query.q?.trim() || undefined,
    externalId: query.external_id,
    buyerId: query.buyer_id,
    buyerIds: actor.buyerIds,
    offerId: query.offer_id,
    trafficSourceId: query.traffic_source_id,
    startedFrom: instant(query.started_from, company.timeZone, 0),
    startedUntil: instant(query.started_until, company.timeZone, 1),
    changedSince: query.changed_since,
    buyerConverted: query.buyer_converted,
    offerConverted: query.offer_converted,
    eitherConverted: query.either_converted,
    mechanism: query.mechanism,
    state: query.state,
    connectedMin: query.connected_min,
    connectedMax: query.connected_max,
    ...amounts(query, company.decimals),
    tokens: query.tokens,
    hasInbox: query.has_inbox,
  };
}

/** A token that sets an amount is found only by those who may read the amount. */
export async function permitTokens(tx: SqlTx, { actor }: Context, { tokens = {} }: CallFilter): Promise<void> {
  const names = Object.keys(tokens);
  if (names.length === 0) return;
  for (const area of pricedBy(names, await readPricingTokens(tx))) permitOnCalls(actor, "read", area);
}

/** `started_until` includes its day. */
function instant(written: Date | string | undefined, timeZone: string, daysLater: number): Date | undefined {
  return typeof written === "string" ? startOfDay(written, timeZone, daysLater) : written;
}

function amounts(query: Filters, decimals: number): Pick<CallFilter, "revenueMin" | "revenueMax"> {
  const read = (name: "revenue_min" | "revenue_max") => {
    const written = query[name];
    if (written === undefined) return undefined;
    const minor = parseMoney(written, decimals);
    if (minor === null) throw new Invalid({ [name]: `Enter an amount with at most ${decimals} decimals.` });
    return minor;
  };
  return { revenueMin: read("revenue_min"), revenueMax: read("revenue_max") };
}
