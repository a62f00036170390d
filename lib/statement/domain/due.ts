import { addDays, type Day, earlierOf } from "@/lib/base/day";
import { type CycleDays, cycleAround, cyclesThrough } from "@/lib/billing-profile/domain/cycle";
import type { Cycle } from "@/lib/billing-profile/domain/cycles";

export type Issuing = {
  /** The end of the last statement's cycle; null before the first statement. */
  readonly lastEnd: Day | null;
  /** The day of the account's first entry; null for none. */
  readonly firstDay: Day | null;
  readonly cycle: Cycle;
};

/**
 * Cycles without a statement that end by a day, in order. The first contains the first entry; later ones follow the
 * last statement, by the cycle setting in force.
 */
export function uncoveredCycles({ lastEnd, firstDay, cycle }: Issuing, through: Day): CycleDays[] {
  if (lastEnd !== null) return cyclesThrough(addDays(lastEnd, 1), through, cycle);
  return firstDay === null ? [] : cyclesThrough(cycleAround(firstDay, cycle).start, through, cycle);
}

/** The last day whose cycle may be issued: a cycle has ended when the next day has begun. */
export function lastEndedDay(today: Day, through?: Day): Day {
  const yesterday = addDays(today, -1);
  return through === undefined ? yesterday : earlierOf(yesterday, through);
}

export function dueOn(issuedOn: Day, netDays: number): Day {
  return addDays(issuedOn, netDays);
}

/** The first day of the oldest open month; null while every month is open. */
export function firstOpenDay(closedThrough: Day | null): Day | null {
  return closedThrough === null ? null : addDays(cycleAround(closedThrough, "monthly").end, 1);
}
