import { expect, test } from "vitest";
import { mostToSettle } from "./most-to-settle";

test.each([
  ["nothing of it is used or refunded", true, 0n, 5000n, 5000n],
  ["a part was refunded", true, 0n, 2000n, 2000n],
  ["all of it was refunded", true, 0n, 0n, 0n],
  ["more is refunded than is left, what it settles stands", true, 5000n, -5000n, 5000n],
  ["other payments are left too", true, 1000n, 9000n, 5000n],
  ["it is a refund itself", false, 0n, -5000n, 5000n],
])("of 50.00, where %s", (_, lowers, usedMinor, unappliedMinor, most) => {
  expect(mostToSettle({ amountMinor: 5000n, lowers, usedMinor, unappliedMinor })).toBe(most);
});
