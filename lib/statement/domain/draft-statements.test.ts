import fc from "fast-check";
import { expect, test } from "vitest";
import { draftStatements, NOTHING_YET } from "./draft-statements";
import type { Sum } from "./sums";
import { type TakenBack, taxesOn } from "./tax";
import { areSameRates, type TaxRate } from "./tax-rate";

const charge = (amountMinor: bigint, count = 1): Sum => ({ kind: "charge", offerId: 3, count, amountMinor });
const week = (number: number, ...sums: Sum[]) => {
  const days = { start: `2026-01-${5 + number * 7}`, end: `2026-01-${11 + number * 7}` };
  return { ...days, sums, open: sums, lateCount: 0 };
};

test("an empty cycle is joined to the next statement if nothing is open", () => {
  const drafts = draftStatements(NOTHING_YET, [week(1), week(2, charge(500n)), week(3)], []);
  expect(drafts.map(({ start, end, closingMinor }) => [start, end, closingMinor])).toEqual([
    ["2026-01-12", "2026-01-25", 500n],
    ["2026-01-26", "2026-01-32", 500n],
  ]);
});

test("a negative balance carries forward, and the billed amount excludes payments", () => {
  const payment: Sum = { kind: "payment", offerId: 0, count: 1, amountMinor: -800n };
  const [first, second] = draftStatements(NOTHING_YET, [week(1, charge(500n), payment), week(2, charge(100n))], []);
  expect(first).toMatchObject({ openingMinor: 0n, closingMinor: -300n, billedMinor: 500n, entryCount: 2 });
  expect(second).toMatchObject({ openingMinor: -300n, closingMinor: -200n, billedMinor: 100n });
});

test("only the first cycle subtracts what the last statement contains", () => {
  const standing = { closingMinor: 500n, total: [charge(500n)], open: [charge(500n)] };
  const late = {
    ...week(2, charge(700n, 2), { kind: "credit", offerId: 3, count: 1, amountMinor: -500n }),
    lateCount: 2,
  };
  const [draft] = draftStatements(standing, [late], []);
  expect(draft).toMatchObject({ openingMinor: 500n, closingMinor: 200n, entryCount: 2, lateCount: 1 });
  expect(draft?.lines).toEqual([charge(200n), { kind: "credit", offerId: 3, count: 1, amountMinor: -500n }]);
});

const rates = fc.array(fc.record({ name: fc.constantFrom("VAT", "City tax"), millionths: fc.nat(1_000_000) }), {
  maxLength: 2,
});
const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const credit = (amountMinor: bigint): Sum => ({ kind: "credit", offerId: 3, count: 1, amountMinor: -amountMinor });

/** As the caller passes it: empty if the rates are those in force. */
function takenBackOf(statement: number, billed: readonly TaxRate[], inForce: readonly TaxRate[], netMinor: bigint) {
  return areSameRates(billed, inForce) ? [] : [{ statement, rates: billed, netMinor } satisfies TakenBack];
}

const sumOf = (taxes: readonly { amountMinor: bigint }[]) => taxes.reduce((sum, tax) => sum + tax.amountMinor, 0n);

test("the tax on a full reversal is minus the billed tax, whatever rates applied in between", () => {
  fc.assert(
    fc.property(amount, rates, rates, (sentHeads, then, now) => {
      const billed = taxesOn([charge(sentHeads)], then);
      const back = taxesOn([credit(sentHeads)], now, takenBackOf(1, then, now, -sentHeads));
      expect(sumOf(billed) + sumOf(back)).toBe(0n);
      expect(back.filter(({ takesBack }) => takesBack === null)).toHaveLength(now.length);
    }),
  );
});

test("also for offsets of two statements at once, beside new charges at their own rates", () => {
  fc.assert(
    fc.property(amount, amount, amount, rates, rates, rates, (one, two, added, first, second, now) => {
      fc.pre(!areSameRates(first, now) && !areSameRates(second, now));
      const lines = [charge(added), credit(one), credit(two)];
      const back = [...takenBackOf(1, first, now, -one), ...takenBackOf(2, second, now, -two)];
      const taxes = taxesOn(lines, now, back);
      const of = (statement: number | null) => sumOf(taxes.filter(({ takesBack }) => takesBack === statement));
      expect(of(1)).toBe(-sumOf(taxesOn([charge(one)], first)));
      expect(of(2)).toBe(-sumOf(taxesOn([charge(two)], second)));
      expect(of(null)).toBe(sumOf(taxesOn([charge(added)], now)));
    }),
  );
});

test("taxes are lines of the statement they are issued with", () => {
  const salesTax = { name: "Sales tax", millionths: 82_500 };
  const [draft] = draftStatements(NOTHING_YET, [week(1, charge(1000n))], [salesTax]);
  expect(draft).toMatchObject({ closingMinor: 1083n, billedMinor: 1083n, entryCount: 2 });
  expect(draft?.after.total).toContainEqual({ kind: "tax", offerId: 0, count: 1, amountMinor: 83n });
});

test("an offset is taxed on the statement of its own cycle", () => {
  const back = { place: 1, statement: 7, rates: [{ name: "VAT", millionths: 190_000 }], netMinor: -500n };
  const cycles = [week(1, charge(1000n)), week(2, charge(100n), credit(500n))];
  const inForce = [{ name: "VAT", millionths: 200_000 }];
  const drafts = draftStatements(NOTHING_YET, cycles, inForce, [back]);
  expect(drafts.map(({ taxes }) => taxes.map(({ amountMinor, takesBack }) => [amountMinor, takesBack]))).toEqual([
    [[200n, null]],
    [
      [20n, null],
      [-95n, 7],
    ],
  ]);
  expect(drafts[1]).toMatchObject({ openingMinor: 1200n, closingMinor: 725n, entryCount: 4 });
});
