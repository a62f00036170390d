import fc from "fast-check";
import { expect, test } from "vitest";
import { draftStatements, NOTHING_YET } from "./draft-statements";
import type { Sum } from "./sums";
import { taxesOn } from "./tax";

const charge = (amountMinor: bigint, count = 1): Sum => ({ kind: "charge", offerId: 3, count, amountMinor });
const week = (number: number, ...sums: Sum[]) => {
  const days = { start: `2026-01-${5 + number * 7}`, end: `2026-01-${11 + number * 7}` };
  return { ...days, sums, open: sums, lateCount: 0 };
};

test("empty cycles are joined to the next statement while nothing is open", () => {
  const drafts = draftStatements(NOTHING_YET, [week(1), week(2, charge(500n)), week(3)], []);
  expect(drafts.map(({ start, end, closingMinor }) => [start, end, closingMinor])).toEqual([
    ["2026-01-12", "2026-01-25", 500n],
    ["2026-01-26", "2026-01-32", 500n],
  ]);
});

test("a negative balance carries forward, and what is billed leaves payments out", () => {
  const payment: Sum = { kind: "payment", offerId: 0, count: 1, amountMinor: -800n };
  const [first, second] = draftStatements(NOTHING_YET, [week(1, charge(500n), payment), week(2, charge(100n))], []);
  expect(first).toMatchObject({ openingMinor: 0n, closingMinor: -300n, billedMinor: 500n, entryCount: 2 });
  expect(second).toMatchObject({ openingMinor: -300n, closingMinor: -200n, billedMinor: 100n });
});

test("what the last statement holds is taken off the first cycle alone", () => {
  const standing = { closingMinor: 500n, total: [charge(500n)], open: [charge(500n)] };
  const late = {
    ...week(2, charge(700n, 2), { kind: "credit", offerId: 3, count: 1, amountMinor: -500n }),
    lateCount: 2,
  };
  const [draft] = draftStatements(standing, [late], []);
  expect(draft).toMatchObject({ openingMinor: 500n, closingMinor: 200n, entryCount: 2, lateCount: 1 });
  expect(draft?.lines).toEqual([charge(200n), { kind: "credit", offerId: 3, count: 1, amountMinor: -500n }]);
});

test("tax is given back as it was billed", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat(10_000), (amount, basisPoints) => {
      const rates = [{ name: "Sales tax", basisPoints }];
      const credit: Sum = { kind: "credit", offerId: 3, count: 1, amountMinor: -amount };
      const [billed] = taxesOn([charge(amount)], rates);
      const [returned] = taxesOn([credit], rates);
      expect((billed?.amountMinor ?? 0n) + (returned?.amountMinor ?? 0n)).toBe(0n);
    }),
  );
});

test("taxes are lines of the statement that they are issued with", () => {
  const [draft] = draftStatements(NOTHING_YET, [week(1, charge(1000n))], [{ name: "Sales tax", basisPoints: 825 }]);
  expect(draft).toMatchObject({ closingMinor: 1083n, billedMinor: 1083n, entryCount: 2 });
  expect(draft?.after.total).toContainEqual({ kind: "tax", offerId: 0, count: 1, amountMinor: 83n });
});
