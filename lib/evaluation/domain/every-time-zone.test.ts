import { describe, expect, test } from "vitest";
import { wallClock } from "@/lib/base/wall-clock";
import { evaluateBusinessHours } from "./business-hours";

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
const [FROM, TO] = [Date.UTC(2000, 0, 1), Date.UTC(2038, 0, 1)];

/** For every weekday: hours that clocks skip and repeat, hours up to and across midnight, and single minutes. */
const ROWS = [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => [
  { weekday, open: 2 * 60, close: 3 * 60 },
  { weekday, open: 60 + 30, close: 60 + 31 },
  { weekday, open: 22 * 60, close: 24 * 60 },
  { weekday, open: 23 * 60 + 59, close: 10 },
]);

/** The offset from UTC in minutes as Intl formats it, independent of the tested code. */
function offsetReader(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  return (at) => {
    const [, sign, hours = "0", minutes = "0"] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(format.format(at)) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

/** The first millisecond of every new offset. Would miss two opposite changes within one week; there are none. */
function transitionsOf(offsetAt: (at: number) => number): number[] {
  const actual: number[] = [];
  let [at, offset] = [FROM, offsetAt(FROM)];
  while (at < TO) {
    const next = at + WEEK_MS;
    const after = offsetAt(next);
    if (after !== offset) {
      let [before, changed] = [at, next];
      while (changed - before > 1000) {
        const middle = before + Math.floor((changed - before) / 2000) * 1000;
        if (offsetAt(middle) === offset) before = middle;
        else changed = middle;
      }
      actual.push(changed);
    }
    [at, offset] = [next, after];
  }
  return actual;
}

/** The minute of the week, computed from 1970-01-01, a Thursday. */
function minuteOfWeek(at: number, offsetMinutes: number): number {
  const minutes = Math.floor(at / MINUTE_MS) + offsetMinutes + 4 * 1440;
  return ((minutes % 10_080) + 10_080) % 10_080;
}

function isOpenAt(minute: number): boolean {
  return ROWS.some(({ weekday, open, close }) => {
    const length = close > open ? close - open : close + 1440 - open;
    return (minute - (weekday * 1440 + open) + 10_080) % 10_080 < length;
  });
}

const zones = Intl.supportedValuesOf("timeZone");
const CHUNK = 60;
const chunks = Array.from({ length: Math.ceil(zones.length / CHUNK) }, (_, at) =>
  zones.slice(at * CHUNK, (at + 1) * CHUNK),
);

describe("a second before, at and after every clock change from 2000 to 2037", () => {
  test.each(chunks.map((chunk) => [`${chunk[0]} to ${chunk.at(-1)}`, chunk] as const))("%s", (_, some) => {
    const wrong: string[] = [];
    for (const timeZone of some) {
      const offsetAt = offsetReader(timeZone);
      for (const transition of transitionsOf(offsetAt)) {
        for (const at of [transition - 1000, transition, transition + 1000]) {
          const minute = minuteOfWeek(at, offsetAt(at));
          const { weekday, minuteOfDay } = wallClock(new Date(at), timeZone);
          const { holds } = evaluateBusinessHours({ timeZone, rows: ROWS }, new Date(at));
          if (weekday * 1440 + minuteOfDay !== minute || holds !== isOpenAt(minute)) {
            wrong.push(`${timeZone} ${new Date(at).toISOString()}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("the reference contains the clock changes", () => {
  const newYork = transitionsOf(offsetReader("America/New_York"));
  expect(newYork).toHaveLength(76);
  expect(newYork).toContain(Date.parse("2026-03-08T07:00:00Z"));
  expect(newYork).toContain(Date.parse("2026-11-01T06:00:00Z"));
  expect(transitionsOf(offsetReader("Pacific/Apia"))).toContain(Date.parse("2011-12-30T10:00:00Z"));
  expect(transitionsOf(offsetReader("UTC"))).toEqual([]);
});
