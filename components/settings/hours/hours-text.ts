import { type HoursRow, minutesOf, rowsOf } from "./painted-hours";

/** Monday first. */
export const WEEK_ORDER = [1, 2, 3, 4, 5, 6, 0] as const;
const DAY_NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

export function dayName(weekday: number): string {
  return DAY_NAMES[weekday] ?? "";
}

/** "Mon–Fri 09:00–17:00", "Sat 10:00–14:00": consecutive days with equal hours share a line. */
export function hoursLines(rows: readonly HoursRow[]): string[] {
  const merged = rowsOf(minutesOf(rows));
  const groups: { first: number; last: number; text: string }[] = [];
  for (const weekday of WEEK_ORDER) {
    const text = merged
      .filter((row) => row.weekday === weekday)
      .map(({ open, close }) => `${open}–${close}`)
      .join(", ");
    const group = groups.at(-1);
    if (group && group.text === text) group.last = weekday;
    else groups.push({ first: weekday, last: weekday, text });
  }
  return groups
    .filter(({ text }) => text !== "")
    .map(({ first, last, text }) => `${short(first)}${first === last ? "" : `–${short(last)}`} ${text}`);
}

function short(weekday: number): string {
  return dayName(weekday).slice(0, 3);
}

export function hoursText({ time_zone, rows }: { time_zone: string; rows: readonly HoursRow[] }): string {
  const lines = hoursLines(rows);
  return lines.length === 0 ? "always open" : `${lines.join(" · ")} (${time_zone})`;
}
