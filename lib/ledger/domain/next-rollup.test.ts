import { expect, test } from "vitest";
import { nextRollupAt } from "./next-rollup";

test.each([
  ["10:42:00.000", 1, "10:43:00"],
  ["10:42:59.999", 1, "10:43:00"],
  ["10:59:30.000", 1, "11:00:00"],
  ["10:00:00.000", 15, "10:15:00"],
  ["10:14:59.999", 15, "10:15:00"],
  ["10:15:00.000", 15, "10:30:00"],
  ["10:50:00.000", 15, "11:00:00"],
  ["10:56:01.000", 7, "11:00:00"],
  ["10:55:59.000", 7, "10:56:00"],
  ["10:00:00.000", 60, "11:00:00"],
  ["23:59:59.000", 5, "00:00:00"],
])("at %s, with a rollup every %i minutes, the next one is due at %s", (time, everyMinutes, due) => {
  const next = nextRollupAt(new Date(`2026-11-23T${time}Z`), everyMinutes);
  expect(next.toISOString().slice(11, 19)).toBe(due);
  expect(next.getTime()).toBeGreaterThan(Date.parse(`2026-11-23T${time}Z`));
});
