import { expect, test } from "vitest";
import { evaluateBusinessHours, isOpen } from "./business-hours";

const MONDAY = 1;
const nineToFive = { weekday: MONDAY, open: 9 * 60, close: 17 * 60 };
const night = { weekday: MONDAY, open: 22 * 60, close: 2 * 60 };
const at = (weekday: number, hour: number, minute = 0) => ({ weekday, minuteOfDay: hour * 60 + minute });

test("open from the opening minute up to but not including the closing minute", () => {
  expect(isOpen(nineToFive, at(MONDAY, 8, 59))).toBe(false);
  expect(isOpen(nineToFive, at(MONDAY, 9))).toBe(true);
  expect(isOpen(nineToFive, at(MONDAY, 16, 59))).toBe(true);
  expect(isOpen(nineToFive, at(MONDAY, 17))).toBe(false);
  expect(isOpen({ ...nineToFive, close: 1440 }, at(MONDAY, 23, 59))).toBe(true);
});

test("an overnight row belongs to the day it opens on", () => {
  expect(isOpen(night, at(MONDAY, 22))).toBe(true);
  expect(isOpen(night, at(MONDAY + 1, 1, 59))).toBe(true);
  expect(isOpen(night, at(MONDAY + 1, 2))).toBe(false);
  expect(isOpen(night, at(MONDAY, 1))).toBe(false);
  expect(isOpen({ ...night, weekday: 6 }, at(0, 1))).toBe(true);
});

test("evaluated at the call's start in the owner's time zone", () => {
  const hours = { timeZone: "America/Denver", rows: [nineToFive] };
  expect(evaluateBusinessHours(hours, new Date("2026-11-23T15:59:59Z"))).toMatchObject({
    holds: false,
    seen: "Monday 08:59 America/Denver",
  });
  expect(evaluateBusinessHours(hours, new Date("2026-11-23T16:00:00Z")).holds).toBe(true);
  expect(evaluateBusinessHours({ ...hours, rows: [] }, new Date(0)).holds).toBe(true);
});

test("a repeated hour is open twice, a skipped hour never", () => {
  const oneToTwo = { timeZone: "America/New_York", rows: [{ weekday: 0, open: 60, close: 120 }] };
  expect(evaluateBusinessHours(oneToTwo, new Date("2026-11-01T05:30:00Z")).holds).toBe(true);
  expect(evaluateBusinessHours(oneToTwo, new Date("2026-11-01T06:30:00Z")).holds).toBe(true);
  const twoToThree = { timeZone: "America/New_York", rows: [{ weekday: 0, open: 120, close: 180 }] };
  expect(evaluateBusinessHours(twoToThree, new Date("2026-03-08T06:59:59Z")).holds).toBe(false);
  expect(evaluateBusinessHours(twoToThree, new Date("2026-03-08T07:00:00Z")).holds).toBe(false);
});
