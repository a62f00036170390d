import { expect, test } from "vitest";
import { oldestDay } from "./oldest-day";

test.each([
  ["2026-11-23", "2016-11-23"],
  ["2026-01-01", "2016-01-01"],
  ["2028-02-29", "2018-03-01"],
])("on %s the oldest day of a document is %s", (today, day) => {
  expect(oldestDay(today)).toBe(day);
});
