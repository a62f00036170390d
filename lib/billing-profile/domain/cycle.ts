import { addDays, type Day, dayNumber, dayOf } from "@/lib/base/day";
import { firstDayOf, lastDayOf } from "@/lib/base/month";
import type { Cycle } from "./cycles";

/** Both days are in it. */
export type CycleDays = { readonly start: Day; readonly end: Day };

/** 1970-01-05, from which weeks are counted, also in twos. */
const A_MONDAY = 4;

/** The whole cycle that a day is in: from Monday to Sunday, the fortnight counted from a fixed Monday, or the month. */
export function cycleAround(day: Day, cycle: Cycle): CycleDays {
  if (cycle === "monthly") return monthOf(day);
  const length = cycle === "weekly" ? 7 : 14;
  const start = A_MONDAY + Math.floor((dayNumber(day) - A_MONDAY) / length) * length;
  return { start: dayOf(start), end: dayOf(start + length - 1) };
}

/** From a day to the end of the cycle it is in: shorter than others where the cycle changed. */
export function cycleFrom(start: Day, cycle: Cycle): CycleDays {
  return { start, end: cycleAround(start, cycle).end };
}

/** The cycles from a day on that end by another day. They tile: each begins on the day after the one before. */
export function cyclesThrough(start: Day, through: Day, cycle: Cycle): CycleDays[] {
  const cycles: CycleDays[] = [];
  for (let next = cycleFrom(start, cycle); next.end <= through; next = cycleFrom(addDays(next.end, 1), cycle)) {
    cycles.push(next);
  }
  return cycles;
}

function monthOf(day: Day): CycleDays {
  const month = day.slice(0, 7);
  return { start: firstDayOf(month), end: lastDayOf(month) };
}
