import { describe, expect, test } from "vitest";
import { amountBy, type Terms, TermsBook } from "./terms";

const NOBODY = { offerId: null, buyerId: null, trafficSourceId: null };
const NOTHING = { amountMinor: null, percentBasisPoints: null, minimumMinor: null, maximumMinor: null };
const on = (day: number) => new Date(Date.UTC(2026, 10, day));

function price(id: number, scope: Partial<Terms>, from = 1): Terms {
  return { ...NOBODY, ...NOTHING, id, side: "buyer", amountMinor: 1000n, validFrom: on(from), ...scope };
}

function payout(id: number, scope: Partial<Terms>, from = 1): Terms {
  return { ...NOBODY, ...NOTHING, id, side: "offer", amountMinor: 600n, validFrom: on(from), ...scope };
}

describe("which terms are in force", () => {
  const book = new TermsBook([
    price(1, { buyerId: 7 }),
    price(2, { buyerId: 7 }, 10),
    price(3, { buyerId: 7, offerId: 3 }, 5),
    price(4, { buyerId: 8, offerId: 3 }),
    payout(5, { offerId: 3 }),
    payout(6, { offerId: 3 }, 10),
    payout(7, { offerId: 3, trafficSourceId: 9 }, 5),
    payout(8, { offerId: 4, trafficSourceId: 9 }),
  ]);

  test.each([
    ["the buyer's default", 4, 7, 4, 1],
    ["the default of that day, and not a later one", 4, 7, 9, 1],
    ["from the very moment it is valid", 4, 7, 10, 2],
    ["the pair's own before the default, however old", 3, 7, 20, 3],
    ["the default while the pair has none yet", 3, 7, 4, 1],
    ["nothing before any day", 3, 7, 0, null],
    ["the pair's own where there is no default", 3, 8, 2, 4],
    ["nothing of another offer", 4, 8, 2, null],
    ["nothing of another buyer", 3, 6, 2, null],
  ])("price: %s", (_, offerId, buyerId, day, id) => {
    expect(book.priceFor(offerId, buyerId, on(day))?.id ?? null).toBe(id);
  });

  test.each([
    ["the offer's default", 3, 2, 4, 5],
    ["the newest that is valid", 3, 2, 10, 6],
    ["the pair's own before the default, however old", 3, 9, 20, 7],
    ["the default while the pair has none yet", 3, 9, 4, 5],
    ["the pair's own where there is no default", 4, 9, 4, 8],
    ["nothing of another offer", 4, 2, 4, null],
  ])("payout: %s", (_, offerId, sourceId, day, id) => {
    expect(book.payoutFor(offerId, sourceId, on(day))?.id ?? null).toBe(id);
  });

  test("a buyer and a traffic source with the same id are not confused", () => {
    const mixed = new TermsBook([price(1, { offerId: 3, buyerId: 9 }), payout(2, { offerId: 3, trafficSourceId: 9 })]);
    expect([mixed.priceFor(3, 9, on(2))?.id, mixed.payoutFor(3, 9, on(2))?.id]).toEqual([1, 2]);
  });

  test("terms are found by id, also when they are no longer in force", () => {
    expect(book.get(1)?.id).toBe(1);
    expect(book.get(99)).toBeNull();
  });
});

describe("the amount of the terms", () => {
  const share = (limits: Partial<Terms>) => {
    return { ...payout(1, { offerId: 3 }), amountMinor: null, percentBasisPoints: 6000, ...limits };
  };

  test.each([
    ["a flat amount, whatever the charge", payout(1, {}), 0n, 600n],
    ["60 % of 15.00", share({}), 1500n, 900n],
    ["half a cent goes up", share({ percentBasisPoints: 5000 }), 1n, 1n],
    ["no charge, no payout", share({}), 0n, 0n],
    ["no charge, no payout, whatever the minimum", share({ minimumMinor: 200n }), 0n, 0n],
    ["at least the minimum", share({ minimumMinor: 200n }), 1n, 200n],
    ["exactly the minimum", share({ minimumMinor: 200n }), 333n, 200n],
    ["above the minimum", share({ minimumMinor: 200n }), 335n, 201n],
    ["at most the maximum", share({ maximumMinor: 700n }), 1500n, 700n],
    ["exactly the maximum", share({ maximumMinor: 900n }), 1500n, 900n],
    ["a maximum of nothing", share({ maximumMinor: 0n }), 1500n, 0n],
    ["no percent, but a minimum", share({ percentBasisPoints: 0, minimumMinor: 50n }), 1500n, 50n],
    ["a minimum of nothing", share({ minimumMinor: 0n }), 1500n, 900n],
  ] satisfies [string, Terms, bigint, bigint][])("%s", (_, terms, charge, amount) => {
    expect(amountBy(terms, charge)).toBe(amount);
  });
});
