import { expect, test } from "vitest";
import { creditOfTerms } from "./credit";

test.each([
  [{ mode: "none" }, 99_999n, 0n, null, false],
  [{ mode: "prepaid" }, -5000n, 4000n, 1000n, false],
  [{ mode: "prepaid" }, -5000n, 5000n, 0n, true],
  [{ mode: "prepaid" }, 0n, 0n, 0n, true],
  [{ mode: "limit", limitMinor: 10_000n }, 6000n, 3999n, 1n, false],
  [{ mode: "limit", limitMinor: 10_000n }, 6000n, 4001n, -1n, true],
  [{ mode: "limit", limitMinor: 0n }, -1n, 0n, 1n, false],
] as const)("%o with a balance of %d and %d pending leaves %s", (terms, balance, pending, available, closed) => {
  expect(creditOfTerms(terms, balance, pending)).toMatchObject({ availableMinor: available, closed });
});
