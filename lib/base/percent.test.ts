import fc from "fast-check";
import { expect, test } from "vitest";
import { percentOf, shareOf } from "./percent";

test.each([
  [1500n, 6000, 900n, "60 % of 15.00 is 9.00"],
  [1n, 5000, 1n, "half a cent goes up"],
  [3n, 5000, 2n, "one and a half cents are two"],
  [1n, 4999, 0n, "less than half a cent is nothing"],
  [10_000n, 1, 1n, "a hundredth of a percent"],
  [1000n, 0, 0n, "no percent of it"],
  [1000n, 10_000, 1000n, "all of it"],
  [1000n, 12_500, 1250n, "more than all of it"],
  [99_999_999_999n, 3333, 33_330_000_000n, "a third of the largest amount, rounded once"],
])("%s at %i basis points is %s: %s", (amount, basisPoints, share) => {
  expect(percentOf(amount, basisPoints)).toBe(share);
});

test("a share is rounded to the nearest minor unit, halves up", () => {
  const amounts = fc.bigInt({ min: 0n, max: 99_999_999_999n });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 1_000_000 }), (amount, basisPoints) => {
      const tooMuch = percentOf(amount, basisPoints) * 10_000n - amount * BigInt(basisPoints);
      expect(tooMuch).toBeGreaterThan(-5000n);
      expect(tooMuch).toBeLessThanOrEqual(5000n);
    }),
  );
});

test.each([
  [10_000n, 88_750, 888n, "New York City's 8.875 % of 100.00, half a cent up"],
  [10_000n, 99_750, 998n, "Quebec's 9.975 % of 100.00"],
  [999_999n, 1, 1n, "a ten-thousandth of a percent"],
])("%s at %i millionths is %s: %s", (amount, millionths, share) => {
  expect(shareOf(amount, millionths)).toBe(share);
});

test("a share in basis points equals the same share in millionths", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999n }), fc.nat(20_000), (amount, basisPoints) => {
      expect(percentOf(amount, basisPoints)).toBe((amount * BigInt(basisPoints) + 5000n) / 10_000n);
    }),
  );
});
