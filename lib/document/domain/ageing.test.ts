import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/base/day";
import { AGE_BUCKETS, ageOf, bucketOf } from "./ageing";

const TODAY = "2026-11-23";

test.each([
  [0, "not_due"],
  [-40, "not_due"],
  [1, "days_1_30"],
  [30, "days_1_30"],
  [31, "days_31_60"],
  [60, "days_31_60"],
  [61, "days_61_90"],
  [90, "days_61_90"],
  [91, "over_90"],
] as const)("%d days after the due date the amount is in %s", (late, bucket) => {
  expect(bucketOf(addDays(TODAY, -late), TODAY)).toBe(bucket);
});

test("buckets, unapplied amounts and amounts on no statement add up to the balance", () => {
  const amount = fc.bigInt({ min: -100_000n, max: 100_000n });
  const statement = fc.record({
    number: fc.nat(),
    dueOn: fc.integer({ min: -200, max: 200 }).map((days) => addDays(TODAY, days)),
    openMinor: amount,
  });
  const standing = fc.record({
    balanceMinor: amount,
    settledMinor: amount,
    allocatedMinor: amount,
    statements: fc.array(statement),
  });
  fc.assert(
    fc.property(standing, (sums) => {
      const { buckets, unapplied, notOnStatement, balance } = ageOf(sums, TODAY);
      const open = AGE_BUCKETS.reduce((sum, bucket) => sum + buckets[bucket], 0n);
      expect(open + unapplied + notOnStatement).toBe(balance);
      expect(open).toBe(sums.statements.reduce((sum, { openMinor }) => sum + openMinor, 0n));
    }),
  );
});
