import { expect, test } from "vitest";
import { plainAmount } from "./plain-amount";

test.each([
  ["1,250.00", "1250.00"],
  [" 1,250 ", "1250"],
  ["-1,234,567.5", "-1234567.5"],
  ["10.50", "10.50"],
])("%j is sent as %j", (typed, sent) => {
  expect(plainAmount(typed)).toBe(sent);
});

test.each(["12,50", "1,25", "1250,000", "1.250,00", ",250", ""])("%j is left for the server to reject", (typed) => {
  expect(plainAmount(typed)).toBe(typed);
});
