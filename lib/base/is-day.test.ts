import { expect, test } from "vitest";
import { isDay } from "./is-day";

test.each([
  ["2026-11-23", true],
  ["2028-02-29", true],
  ["2027-02-29", false],
  ["2026-02-31", false],
  ["9999-99-99", false],
  ["2026-11-3", false],
  ["tomorrow", false],
])("%s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
