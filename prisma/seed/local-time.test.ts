import { expect, test } from "vitest";
import { atLocal, weekdayAt } from "./local-time";

const DENVER = "America/Denver";
const now = new Date("2026-11-23T17:00:00Z");

test("a time of day is local time, in summer and in winter", () => {
  expect(atLocal(DENVER, now, 0, 9 * 60).toISOString()).toBe("2026-11-23T16:00:00.000Z");
  expect(atLocal(DENVER, now, 40, 9 * 60).toISOString()).toBe("2026-10-14T15:00:00.000Z");
});

test("the day is the zone's own, even if it is tomorrow elsewhere", () => {
  const evening = new Date("2026-11-24T03:00:00Z");
  expect(atLocal(DENVER, evening, 0, 0).toISOString()).toBe("2026-11-23T07:00:00.000Z");
  expect(weekdayAt(DENVER, evening)).toBe(1);
  expect(weekdayAt("UTC", evening)).toBe(2);
});
