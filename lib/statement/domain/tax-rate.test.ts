import fc from "fast-check";
import { expect, test } from "vitest";
import { areSameRates, millionthsOf, percentText } from "./tax-rate";

test.each([
  ["8.875", 88_750, "8.875"],
  ["8.25", 82_500, "8.25"],
  ["10.00", 100_000, "10"],
  ["100", 1_000_000, "100"],
  ["0.0001", 1, "0.0001"],
  ["0", 0, "0"],
])("%s %% is %i millionths, and is printed as %s", (percent, millionths, text) => {
  expect(millionthsOf(percent)).toBe(millionths);
  expect(percentText(millionths)).toBe(text);
});

test("what is printed is read as the same rate", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (millionths) => {
      expect(millionthsOf(percentText(millionths))).toBe(millionths);
    }),
  );
});

test("taxes are the same in any order, and others where a name or a rate is another", () => {
  const state = { name: "State tax", millionths: 40_000 };
  const city = { name: "City tax", millionths: 48_750 };
  expect(areSameRates([state, city], [city, state])).toBe(true);
  expect(areSameRates([state, city], [state])).toBe(false);
  expect(areSameRates([state], [{ ...state, name: "VAT" }])).toBe(false);
  expect(areSameRates([state], [{ ...state, millionths: 1 }])).toBe(false);
});
