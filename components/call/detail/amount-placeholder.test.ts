import { expect, test } from "vitest";
import { amountPlaceholder } from "./amount-placeholder";

test.each([
  ["an amount that need not be stated is the agreed one", "revenue", "", undefined, "Agreed price"],
  ["on the offer side, too", "payout", "", undefined, "Agreed payout"],
  ["once it is known, it shows", "revenue", "", "1041.00", "1,041.00"],
  ["where there is an amount, emptying it promises nothing", "revenue", "41.00", undefined, undefined],
  ["also while another one would take its place", "revenue", "41.00", "39.00", undefined],
] as const)("%s", (_, name, saved, previewed, text) => {
  expect(amountPlaceholder(name, saved, previewed)).toBe(text);
});
