import { expect, test } from "vitest";
import { amountWarnings } from "./amount-warnings";

const FREE = "Converted at 0.00: the buyer is not charged.";
const PAID = "Payout without revenue: the traffic source is paid and no buyer is charged.";
const not = { converted: false, isZero: true };
const free = { converted: true, isZero: true };
const paid = { converted: true, isZero: false };
const hidden = { converted: true, isZero: undefined };

test.each([
  ["nothing of a call that is charged and paid", paid, paid, []],
  ["a buyer who is not charged", free, not, [FREE]],
  ["a payout that no buyer pays for", not, paid, [PAID]],
  ["a payout beside a conversion at 0.00", free, paid, [FREE, PAID]],
  ["nothing of amounts that may not be read", hidden, paid, []],
  ["nothing of a payout that may not be read", free, hidden, [FREE]],
])("warns of %s", (_, buyer, offer, warnings) => {
  expect(amountWarnings(buyer, offer)).toEqual(warnings);
});
