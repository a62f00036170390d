import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addDays, dayNumber, dayOf } from "./day";
import { dayAfter, dayBefore, daysBetween } from "./days-between";
import { isDay } from "./is-day";
import { localDay } from "./local-day";
import { lastDayOf, monthsBetween, monthsLater } from "./month";
import { wallClock } from "./wall-clock";
import { clockChange, zoneOffset } from "./zone-offset";

/**
 * Code for the browser or for thousands of calls per batch uses our own date arithmetic; Temporal is the oracle here.
 */
const FIRST = Temporal.PlainDate.from("0001-01-01");
const DAYS = FIRST.until("9999-12-01").days;
const day = fc.integer({ min: 31, max: DAYS }).map((days) => FIRST.add({ days }));
const month = day.map((date) => date.toPlainYearMonth());

/** Monrovia was the last zone with an offset in odd seconds, until 1972. */
const instant = fc.integer({ min: Date.UTC(1973, 0), max: Date.UTC(2099, 0) });
const timeZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const inZone = (ms: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);

test("days from year 1 to 9999 agree with Temporal", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -30, max: 30 }), (date, days) => {
      const other = date.add({ days });
      expect(isDay(String(date))).toBe(true);
      expect(addDays(String(date), days)).toBe(String(other));
      expect(dayNumber(String(other)) - dayNumber(String(date))).toBe(days);
      expect(dayOf(dayNumber(String(date)))).toBe(String(date));
      expect([dayBefore(String(date)), dayAfter(String(date))]).toEqual(
        [-1, 1].map((step) => String(date.add({ days: step }))),
      );
      expect(daysBetween(String(date), String(other))).toHaveLength(Math.max(0, days + 1));
    }),
  );
});

test("a day that does not exist is rejected", () => {
  const parts = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  );
  fc.assert(
    fc.property(parts, ([year, at, date]) => {
      const two = (part: number) => String(part).padStart(2, "0");
      const text = `${String(year).padStart(4, "0")}-${two(at)}-${two(date)}`;
      expect(isDay(text)).toBe(isPlainDate(text));
    }),
    { numRuns: 1000 },
  );
});

test("months from year 1 to 9999 agree with Temporal", () => {
  fc.assert(
    fc.property(month, fc.integer({ min: -11, max: 24 }), (first, months) => {
      fc.pre(first.year > 1 && first.year < 9997);
      const last = first.add({ months });
      expect(monthsLater(String(first), months)).toBe(String(last));
      expect(lastDayOf(String(first))).toBe(String(first.toPlainDate({ day: 31 })));
      expect(monthsBetween(String(first), String(last))).toHaveLength(Math.max(0, months + 1));
    }),
  );
});

test("local time and offset agree with Temporal in every zone of the runtime", () => {
  fc.assert(
    fc.property(instant, timeZone, (ms, zone) => {
      const shown = inZone(ms, zone);
      expect(zoneOffset(ms, zone)).toBe(shown.offsetNanoseconds / 1_000_000);
      expect(localDay(new Date(ms), zone)).toBe(String(shown.toPlainDate()));
      const minuteOfDay = shown.hour * 60 + shown.minute;
      expect(wallClock(new Date(ms), zone)).toEqual({ weekday: shown.dayOfWeek % 7, minuteOfDay });
    }),
    { numRuns: 1000 },
  );
});

test("a clock change happens at the moment that Temporal gives, by an hour or less", () => {
  fc.assert(
    fc.property(instant, timeZone, (ms, zone) => {
      const change = inZone(ms, zone).getTimeZoneTransition("next")?.epochMilliseconds;
      if (change === undefined) return;
      expect(clockChange(change - 3_600_000, change + 3_600_000, zone)).toBe(change);
      expect(zoneOffset(change - 1, zone)).not.toBe(zoneOffset(change, zone));
    }),
    { numRuns: 300 },
  );
});

test("a clock change one minute past midnight, as in Newfoundland until 2011", () => {
  const change = Date.UTC(2005, 3, 3, 3, 31);
  expect(clockChange(change - 3_600_000, change + 3_600_000, "America/St_Johns")).toBe(change);
  expect([change - 1, change].map((ms) => zoneOffset(ms, "America/St_Johns") / 60_000)).toEqual([-210, -150]);
});

function isPlainDate(text: string): boolean {
  try {
    return String(Temporal.PlainDate.from(text)) === text;
  } catch {
    return false;
  }
}
