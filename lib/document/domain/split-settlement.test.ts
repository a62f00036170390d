import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSplitFault, type OpenStatement, splitSettlement } from "./split-settlement";

const open = (number: number, dueOn: string, openMinor: bigint): OpenStatement => ({ number, dueOn, openMinor });
const OCTOBER = open(1, "2026-10-31", 7000n);
const NOVEMBER = open(2, "2026-11-30", 5000n);
const GIVES_BACK = open(3, "2026-12-31", -3000n);

describe("a payment", () => {
  test("settles the earliest due statement first", () => {
    expect(splitSettlement(8000n, true, [NOVEMBER, OCTOBER])).toEqual([
      { statement: 1, amountMinor: 7000n },
      { statement: 2, amountMinor: 1000n },
    ]);
  });

  test("of more than is owed leaves the rest unapplied", () => {
    expect(splitSettlement(20_000n, true, [OCTOBER])).toEqual([{ statement: 1, amountMinor: 7000n }]);
  });

  test("uses credits of statements, as far as it can settle more with them", () => {
    expect(splitSettlement(4000n, true, [OCTOBER, GIVES_BACK])).toEqual([
      { statement: 3, amountMinor: -3000n },
      { statement: 1, amountMinor: 7000n },
    ]);
    expect(splitSettlement(6000n, true, [OCTOBER, GIVES_BACK])).toEqual([
      { statement: 3, amountMinor: -1000n },
      { statement: 1, amountMinor: 7000n },
    ]);
    expect(splitSettlement(9000n, true, [OCTOBER, GIVES_BACK])).toEqual([{ statement: 1, amountMinor: 7000n }]);
  });
});

test("a refund settles credits only", () => {
  expect(splitSettlement(5000n, false, [OCTOBER, GIVES_BACK])).toEqual([{ statement: 3, amountMinor: -3000n }]);
});

const statements = fc
  .array(fc.record({ due: fc.integer({ min: 0, max: 400 }), openMinor: fc.bigInt({ min: -9999n, max: 9999n }) }))
  .map((all) =>
    all.map(({ due, openMinor }, place) =>
      open(place + 1, new Date(due * 86_400_000 + 1.7e12).toISOString().slice(0, 10), openMinor),
    ),
  );

test("a split neither loses nor creates a cent, and no part exceeds its limit", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 50_000n }), fc.boolean(), statements, (amount, lowers, all) => {
      const parts = splitSettlement(amount, lowers, all);
      expect(findSplitFault(amount, lowers, parts, all)).toBeNull();
      const used = (lowers ? 1n : -1n) * parts.reduce((sum, part) => sum + part.amountMinor, 0n);
      const rest = amount - used;
      expect(rest >= 0n && rest <= amount).toBe(true);
      const left = all.map((item) => ({
        ...item,
        openMinor: item.openMinor - (parts.find(({ statement }) => statement === item.number)?.amountMinor ?? 0n),
      }));
      const sum = (of: readonly OpenStatement[]) => of.reduce((total, { openMinor }) => total + openMinor, 0n);
      expect(sum(all) - sum(left)).toBe(lowers ? used : -used);
      if (rest > 0n && lowers) expect(left.every(({ openMinor }) => openMinor <= 0n)).toBe(true);
      if (rest > 0n && !lowers) expect(left.every(({ openMinor }) => openMinor >= 0n)).toBe(true);
    }),
  );
});

test.each([
  [[{ statement: 9, amountMinor: 1n }], "unknown"],
  [
    [
      { statement: 1, amountMinor: 1n },
      { statement: 1, amountMinor: 1n },
    ],
    "twice",
  ],
  [[{ statement: 1, amountMinor: -1n }], "wrong_sign"],
  [[{ statement: 1, amountMinor: 7001n }], "too_much"],
  [[{ statement: 3, amountMinor: -1n }], "below_nothing"],
  [
    [
      { statement: 1, amountMinor: 7000n },
      { statement: 2, amountMinor: 3001n },
    ],
    "above_amount",
  ],
] as const)("%o of 100.00 is rejected as %s", (parts, reason) => {
  expect(findSplitFault(10_000n, true, parts, [OCTOBER, NOVEMBER, GIVES_BACK])?.reason).toBe(reason);
});
