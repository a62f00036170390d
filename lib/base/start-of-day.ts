import { Temporal } from "temporal-polyfill";

/** The first moment of a day (`YYYY-MM-DD`) in an IANA zone, or of a day after it. */
export function startOfDay(day: string, timeZone: string, daysLater = 0): Date {
  const start = Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime(timeZone);
  return new Date(start.epochMilliseconds);
}
