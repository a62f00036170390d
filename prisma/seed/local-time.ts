export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** The instant at which clocks in the zone show this many minutes after midnight, so many days before today. */
export function atLocal(timeZone: string, now: Date, daysAgo: number, minutes: number): Date {
  const today = wallClock(timeZone, now);
  const midnight = Math.floor(today / DAY_MS) * DAY_MS;
  const wanted = midnight - daysAgo * DAY_MS + minutes * MINUTE_MS;
  const offset = wallClock(timeZone, new Date(wanted)) - wanted;
  return new Date(wanted - offset);
}

/** 0 for Sunday. */
export function weekdayAt(timeZone: string, time: Date): number {
  return new Date(wallClock(timeZone, time)).getUTCDay();
}

/** What clocks in the zone show, as if it were UTC. */
function wallClock(timeZone: string, time: Date): number {
  const parts = formatOf(timeZone).formatToParts(time);
  const [year, month, day, hour, minute, second] = ["year", "month", "day", "hour", "minute", "second"].map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  );
  return Date.UTC(Number(year), Number(month) - 1, day, hour, minute, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  formats.set(timeZone, format);
  return format;
}
