import { addDays, type Day, dayNumber, dayOf } from "@/lib/base/day";
import { firstDayOf, lastDayOf } from "@/lib/base/month";
import type { Cycle } from "./cycles";

/** The first and the last day, both included. */
export type CycleDays = { readonly start: Day; readonly end: Day };

/** 1970-01-05: weeks and fortnights are counted from this Monday. */
const A_MONDAY = 4;

/** The cycle that contains a day: Monday to Sunday, two weeks counted from `A_MONDAY`, or the calendar month. */
export function cycleAround(day: Day, cycle: Cycle): CycleDays {
  if (cycle === "monthly") return monthOf(day);
  const length = cycle === "weekly" ? 7 : 14;
  const start = A_MONDAY + Math.floor((dayNumber(day) - A_MONDAY) / length) * length;
  return { start: dayOf(start), end: dayOf(start + length - 1) };
}

/** From a day to the end of its cycle: shorter if the cycle setting changed. */
export function cycleFrom(start: Day, cycle: Cycle): CycleDays {
  return { start, end: cycleAround(start, cycle).end };
}

/** Consecutive cycles from `start` that end by `through`. */
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
