import { Temporal } from "temporal-polyfill";

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** The instant this many minutes after midnight in the zone, this many days before today. */
export function atLocal(timeZone: string, now: Date, daysAgo: number, minutes: number): Date {
  const day = inZone(timeZone, now).toPlainDate().subtract({ days: daysAgo });
  const shown = day.toPlainDateTime().add({ milliseconds: Math.round(minutes * MINUTE_MS) });
  return new Date(shown.toZonedDateTime(timeZone).epochMilliseconds);
}

/** 0 for Sunday. */
export function weekdayAt(timeZone: string, time: Date): number {
  return inZone(timeZone, time).dayOfWeek % 7;
}

function inZone(timeZone: string, time: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(timeZone);
}
