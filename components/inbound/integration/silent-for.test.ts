import { expect, test } from "vitest";
import { silentFor } from "./silent-for";

const now = Date.parse("2026-11-23T12:00:00Z");

test.each([
  ["2026-11-23T11:00:00Z", null],
  ["2026-11-22T12:00:01Z", null],
  ["2026-11-22T12:00:00Z", "a day"],
  ["2026-11-20T11:00:00Z", "3 days"],
])("since %s it has been silent for %s", (at, text) => {
  expect(silentFor(at, now)).toBe(text);
});
