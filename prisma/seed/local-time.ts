import { zoneOffset } from "@/lib/base/zone-offset";

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** The instant this many minutes after midnight in the zone, this many days before today. */
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

/** The local time in the zone, as if it were UTC. */
function wallClock(timeZone: string, time: Date): number {
  return time.getTime() + zoneOffset(time.getTime(), timeZone);
}
