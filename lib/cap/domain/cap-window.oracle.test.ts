import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { serviceDateOf } from "@/lib/company/domain/service-date";
import { windowOf } from "./cap-window";

/** Windows are computed for every conversion, so they use our own date arithmetic; Temporal is the oracle here. */
const runs = { numRuns: 500 };
const anyInstant = fc.integer({ min: Date.UTC(1973, 0), max: Date.UTC(2099, 0) });
const timeZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const inZone = (ms: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);

/** Half of the moments are within a day and a half of a clock change. */
const moment = fc
  .record({ ms: anyInstant, zone: timeZone, near: fc.option(fc.integer({ min: -130_000_000, max: 130_000_000 })) })
  .map(({ ms, zone, near }) => {
    const change = near === null ? null : inZone(ms, zone).getTimeZoneTransition("next");
    return { zone, shown: inZone(change ? change.epochMilliseconds + (near ?? 0) : ms, zone) };
  });

const dateOf = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds);
const window = (start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime) => ({
  start: dateOf(start),
  end: dateOf(end),
});

test("days and months begin and end where Temporal says, also when midnight is skipped or repeated", () => {
  fc.assert(
    fc.property(moment, ({ zone, shown }) => {
      const today = shown.toPlainDate();
      const begins = (date: Temporal.PlainDate) => date.toZonedDateTime(zone);
      expect(windowOf("day", zone, dateOf(shown))).toEqual(window(begins(today), begins(today.add({ days: 1 }))));
      const first = today.with({ day: 1 });
      expect(windowOf("month", zone, dateOf(shown))).toEqual(window(begins(first), begins(first.add({ months: 1 }))));
      expect(serviceDateOf(dateOf(shown), zone)).toBe(String(today));
    }),
    runs,
  );
});

test("an hour is one hour of local time, cut at a clock change", () => {
  fc.assert(
    fc.property(moment, ({ zone, shown }) => {
      const { minute, second, millisecond } = shown;
      const start = shown.subtract({ minutes: minute, seconds: second, milliseconds: millisecond });
      const changed = shown.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
      const changes = shown.getTimeZoneTransition("next");
      const end = start.add({ hours: 1 });
      expect(windowOf("hour", zone, dateOf(shown))).toEqual(
        window(
          changed && isBefore(start, changed) ? changed : start,
          changes && isBefore(changes, end) ? changes : end,
        ),
      );
    }),
    runs,
  );
});

const isBefore = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime) =>
  one.epochMilliseconds < other.epochMilliseconds;
