import { type WallClock, wallClock } from "@/lib/base/wall-clock";
import type { Clause } from "./clause";

/**
 * Open from `open` up to but not including `close`, in minutes of the day; close may be 1440. If close is not after
 * open, the row runs overnight and belongs to the weekday it opens on. Weekday 0 is Sunday.
 */
export type OpenHours = { readonly weekday: number; readonly open: number; readonly close: number };

/** Rows add up; no rows mean always open. */
export type BusinessHours = { readonly timeZone: string; readonly rows: readonly OpenHours[] };

const DAY = 1440;

export function evaluateBusinessHours({ timeZone, rows }: BusinessHours, startedAt: Date): Clause {
  const clock = wallClock(startedAt, timeZone);
  return {
    subject: "business hours",
    wanted: rows.length === 0 ? "always open" : "open",
    seen: `${WEEKDAY_NAMES[clock.weekday]} ${timeText(clock.minuteOfDay)} ${timeZone}`,
    holds: rows.length === 0 || rows.some((row) => isOpen(row, clock)),
  };
}

export function isOpen({ weekday, open, close }: OpenHours, clock: WallClock): boolean {
  const overnight = close <= open;
  if (clock.weekday === weekday && clock.minuteOfDay >= open && (overnight || clock.minuteOfDay < close)) return true;
  return overnight && clock.weekday === (weekday + 1) % 7 && clock.minuteOfDay < close;
}

const WEEKDAY_NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Minutes of the day as clock text; 1440 is 24:00. */
export function timeText(minuteOfDay: number): string {
  const minutes = Math.min(minuteOfDay, DAY);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
