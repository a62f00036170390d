import { Temporal } from "temporal-polyfill";

/** The day of an instant in an IANA zone. For the service date of calls, `serviceDateOf` is faster. */
export function localDay(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
