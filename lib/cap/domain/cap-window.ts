import { clockChange, zoneOffset } from "@/lib/base/zone-offset";
import type { Span } from "./cap";

/** From `start` up to but not including `end`; `end` null means open-ended. */
export type Window = { readonly start: Date; readonly end: Date | null };

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const ALL_TIME: Window = { start: new Date(0), end: null };

/**
 * The window of a span at an instant, in local time of an IANA zone. A day lasts from midnight to midnight, so 23 or 25
 * hours at clock changes; a repeated hour is two windows. A cap on calls at once has one window for all time.
 */
export function windowOf(span: Span, timeZone: string, at: Date): Window {
  switch (span) {
    case "hour":
      return hourOf(at.getTime(), timeZone);
    case "day":
      return between(at, timeZone, (year, month, day) => [
        [year, month, day],
        [year, month, day + 1],
      ]);
    case "month":
      return between(at, timeZone, (year, month) => [
        [year, month, 1],
        [year, month + 1, 1],
      ]);
    default:
      return ALL_TIME;
  }
}

function hourOf(at: number, timeZone: string): Window {
  const offset = zoneOffset(at, timeZone);
  const start = Math.floor((at + offset) / HOUR_MS) * HOUR_MS - offset;
  const end = start + HOUR_MS;
  return {
    start: new Date(zoneOffset(start, timeZone) === offset ? start : clockChange(start, at, timeZone)),
    end: new Date(zoneOffset(end - 1, timeZone) === offset ? end : clockChange(at, end, timeZone)),
  };
}

type LocalDate = readonly [year: number, month: number, day: number];

function between(
  at: Date,
  timeZone: string,
  bounds: (year: number, month: number, day: number) => readonly [LocalDate, LocalDate],
): Window {
  const local = new Date(at.getTime() + zoneOffset(at.getTime(), timeZone));
  const [first, next] = bounds(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  return { start: midnight(first, timeZone), end: midnight(next, timeZone) };
}

/** If the clock skips midnight, the day starts at the next local time; if midnight repeats, at the first. */
function midnight(date: LocalDate, timeZone: string): Date {
  const shown = Date.UTC(...date);
  const [before, after] = [zoneOffset(shown - DAY_MS, timeZone), zoneOffset(shown + DAY_MS, timeZone)];
  const instants = [shown - before, shown - after].filter((ms) => ms + zoneOffset(ms, timeZone) === shown);
  if (instants.length > 0) return new Date(Math.min(...instants));
  return new Date(clockChange(shown - Math.max(before, after), shown - Math.min(before, after), timeZone));
}
