import type { Random } from "@/lib/base/random";
import type { Payout, Price } from "@/lib/terms/create-terms";

/** Prices and payouts, looked up in the simplest way. Times in milliseconds, amounts in minor units. */
export type AgreedTerms = {
  readonly prices: readonly Price[];
  readonly payouts: readonly Payout[];
  price(offerId: number, buyerId: number, at: number): bigint;
  payout(offerId: number, sourceId: number, at: number, charge: bigint): bigint;
};

export const DATES = ["2020-01-01T00:00:00Z", "2026-10-31T22:00:00Z", "2026-11-14T12:00:00Z"].map(
  (text) => new Date(text),
);
const AMOUNTS = [0n, 1n, 99n, 1000n, 1250n, 3333n] as const;
const SHARES = [0, 1, 3333, 5000, 6000, 12_500] as const;

type Ids = readonly number[];

/** Random terms between these parties: old and newer ones, defaults and exceptions. */
export function someTerms(random: Random, offerIds: Ids, buyerIds: Ids, sourceIds: Ids): AgreedTerms {
  const prices = [undefined, ...offerIds].flatMap((offerId) =>
    buyerIds.flatMap((buyerId) =>
      datesOf(random, offerId).map((validFrom): Price => {
        const pair = offerId === undefined ? {} : { offerId };
        return { buyerId, ...pair, validFrom, amountMinor: random.pick(AMOUNTS) };
      }),
    ),
  );
  const payouts = offerIds.flatMap((offerId) =>
    [undefined, ...sourceIds].flatMap((trafficSourceId) =>
      datesOf(random, trafficSourceId).map((validFrom): Payout => {
        const pair = trafficSourceId === undefined ? {} : { trafficSourceId };
        return { offerId, ...pair, validFrom, ...somePayout(random) };
      }),
    ),
  );
  return {
    prices,
    payouts,
    price: (offerId, buyerId, at) => {
      const own = prices.filter((price) => price.buyerId === buyerId);
      return agreed(own, (item) => item.offerId, offerId, at)?.amountMinor ?? 0n;
    },
    payout: (offerId, sourceId, at, charge) => {
      const own = payouts.filter((payout) => payout.offerId === offerId);
      const actual = agreed(own, (item) => item.trafficSourceId, sourceId, at);
      return actual ? earned(actual, charge) : 0n;
    },
  };
}

/** The version in force at a time. */
export function inForce<T extends { readonly validFrom: Date }>(dated: readonly T[], at: number): T | undefined {
  return dated
    .filter(({ validFrom }) => validFrom.getTime() <= at)
    .sort((one, other) => +one.validFrom - +other.validFrom)
    .at(-1);
}

/** Defaults are more frequent than exceptions, and neither always exists. */
function datesOf(random: Random, pair: number | undefined): Date[] {
  return DATES.filter(() => random.chance(pair === undefined ? 0.7 : 0.2));
}

function somePayout(random: Random) {
  if (random.chance(0.4)) return { amountMinor: random.pick(AMOUNTS) };
  const minimumMinor = random.pick([undefined, undefined, 0n, 200n]);
  const maximumMinor = random.pick([undefined, undefined, 200n, 700n]);
  return {
    percentBasisPoints: random.pick(SHARES),
    ...(minimumMinor === undefined ? {} : { minimumMinor }),
    ...(maximumMinor === undefined ? {} : { maximumMinor }),
  };
}

/** The pair's own terms before the default. */
function agreed<T extends { validFrom: Date }>(
  terms: readonly T[],
  pairOf: (t: T) => number | undefined,
  pair: number,
  at: number,
): T | undefined {
  const own = terms.filter((term) => pairOf(term) === pair);
  const defaults = terms.filter((term) => pairOf(term) === undefined);
  return inForce(own, at) ?? inForce(defaults, at);
}

/** 60 % of 15.00 is 9.00; half a cent rounds up; without a charge the share is 0. */
function earned(payout: Payout, charge: bigint): bigint {
  if ("amountMinor" in payout) return payout.amountMinor;
  if (charge === 0n) return 0n;
  const share = BigInt(Math.round((Number(charge) * payout.percentBasisPoints) / 10_000));
  const atLeast = payout.minimumMinor ?? share;
  const atMost = payout.maximumMinor ?? share;
  if (share < atLeast) return atLeast;
  return share > atMost ? atMost : share;
}
