import { Temporal } from "temporal-polyfill";

/** A calendar day without a zone, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string;

const EPOCH = Temporal.PlainDate.from("1970-01-01");

/** Days since 1970-01-01, which was a Thursday. */
export function dayNumber(day: Day): number {
  return EPOCH.until(day).days;
}

export function dayOf(number: number): Day {
  return addDays("1970-01-01", number);
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}
