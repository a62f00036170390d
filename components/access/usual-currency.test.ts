import { expect, test } from "vitest";
import { usualCurrency } from "./usual-currency";

test.each([
  ["en-US", "USD"],
  ["en-GB", "GBP"],
  ["de", "EUR"],
  ["ja", "JPY"],
  ["en", "USD"],
  ["fr-CA", "CAD"],
  ["sv-SE", "USD"],
  ["en-US@posix", "USD"],
  ["", "USD"],
])("%s → %s", (language, currency) => {
  expect(usualCurrency(language)).toBe(currency);
});
