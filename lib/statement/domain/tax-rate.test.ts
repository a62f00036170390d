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

test("a printed rate parses to the same rate", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (millionths) => {
      expect(millionthsOf(percentText(millionths))).toBe(millionths);
    }),
  );
});

test("tax rates are equal in any order, and differ by name or rate", () => {
  const state = { name: "State tax", millionths: 40_000 };
  const city = { name: "City tax", millionths: 48_750 };
  expect(areSameRates([state, city], [city, state])).toBe(true);
  expect(areSameRates([state, city], [state])).toBe(false);
  expect(areSameRates([state], [{ ...state, name: "VAT" }])).toBe(false);
  expect(areSameRates([state], [{ ...state, millionths: 1 }])).toBe(false);
});
