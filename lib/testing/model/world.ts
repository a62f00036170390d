import type { Random } from "@/lib/base/random";
import type { Side } from "@/lib/call/domain/call-state";
import { createBuyers } from "@/lib/party/create-buyers";
import { createOffers } from "@/lib/party/create-offers";
import { createTrafficSources } from "@/lib/party/create-traffic-sources";
import { createTerms } from "@/lib/terms/create-terms";
import { givenCap } from "@/lib/testing/factories/given-cap";
import type { GivenContext } from "@/lib/testing/factories/given-company";
import { type PlainSettings, saveSettings, someSettings } from "./agreed-settings";
import { type AgreedTerms, inForce, someTerms } from "./agreed-terms";

export type Ids = readonly [number, ...number[]];

/** Parties with terms, settings and caps. Times in milliseconds. */
export type World = Pick<AgreedTerms, "price" | "payout"> & {
  readonly offerIds: Ids;
  readonly partyIds: Readonly<Record<Side, Ids>>;
  /** Parties whose cap stops automatic conversion. */
  readonly cappedIds: Readonly<Record<Side, number>>;
  /** All other parties. */
  readonly uncapped: Readonly<Record<Side, Ids>>;
  /** The settings of a buyer or offer in force at a time. */
  settings(side: Side, ownerId: number, at: number): PlainSettings | undefined;
  /** Tokens that some rule uses as an amount. */
  readonly pricingTokens: Readonly<Record<Side, ReadonlySet<string>>>;
};

/** Tokens with which people state a price. Each sets one side only, so that permissions can differ. */
export const STATED_TOKENS = { buyer: "price", offer: "bonus" } as const;
export const CAP_LIMIT = 2;

export async function makeWorld(ctx: GivenContext, random: Random): Promise<World> {
  const offerIds = idsOf(await createOffers(ctx, ["Gutters", "Roofs", "Siding", "Windows"]));
  const buyerIds = idsOf(await createBuyers(ctx, ["Aspen", "Birch", "Cedar", "Dogwood", "Elm", "Fir"]));
  const sourceIds = idsOf(await createTrafficSources(ctx, ["Maple", "Oak", "Pine", "Quince"]));
  const { prices, payouts, price, payout } = someTerms(random, offerIds, buyerIds, sourceIds);
  await createTerms(ctx, { prices, payouts });
  const settings = {
    buyer: new Map(buyerIds.map((id) => [id, someSettings(random, STATED_TOKENS.buyer, id !== buyerIds.at(-1))])),
    offer: new Map(offerIds.map((id, place) => [id, someSettings(random, STATED_TOKENS.offer, place === 0)])),
  };
  for (const side of ["buyer", "offer"] as const) {
    for (const [id, versions] of settings[side]) await saveSettings(ctx, { side, id }, versions);
  }
  const cappedIds = { buyer: lastOf(buyerIds), offer: lastOf(sourceIds) };
  for (const side of ["buyer", "offer"] as const) {
    await givenCap(ctx, { owner: { side, id: cappedIds[side] }, span: "day", limit: String(CAP_LIMIT) });
  }
  return {
    ...{ offerIds, cappedIds, price, payout },
    partyIds: { buyer: buyerIds, offer: sourceIds },
    uncapped: { buyer: allButLast(buyerIds), offer: allButLast(sourceIds) },
    settings: (side, ownerId, at) => inForce(settings[side].get(ownerId) ?? [], at),
    pricingTokens: { buyer: pricingOf(settings.buyer), offer: pricingOf(settings.offer) },
  };
}

function pricingOf(settings: ReadonlyMap<number, readonly PlainSettings[]>): ReadonlySet<string> {
  const rules = [...settings.values()].flat().flatMap((version) => version.rules);
  return new Set(rules.flatMap(({ amount }) => (amount !== null && typeof amount === "object" ? [amount.token] : [])));
}

function idsOf(parties: readonly { id: number }[]): Ids {
  const [first, ...others] = parties.map(({ id }) => id);
  if (first === undefined) throw new Error("no party was made");
  return [first, ...others];
}

function lastOf(ids: Ids): number {
  return ids.at(-1) ?? ids[0];
}

function allButLast([first, ...others]: Ids): Ids {
  return [first, ...others.slice(0, -1)];
}
