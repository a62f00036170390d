import { expect, test } from "vitest";
import { difference } from "./difference";

test.each([
  ["10.00", "12.50", "2.50"],
  ["10.00", "7.50", "-2.50"],
  ["-3.00", "0.05", "3.05"],
  ["0.00", "0.00", "0.00"],
  ["0.10", "0.05", "-0.05"],
  ["1200", "1000", "-200"],
  ["90071992547409.91", "90071992547409.93", "0.02"],
])("from %s to %s is %s", (from, to, expected) => {
  expect(difference(from, to)).toBe(expected);
});
