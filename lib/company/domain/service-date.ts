import { zoneOffset } from "@/lib/base/zone-offset";

/** The service date of a call: the day of its start in an IANA zone. */
export function serviceDateOf(startedAt: Date, timeZone: string): string {
  const ms = startedAt.getTime();
  return new Date(ms + zoneOffset(ms, timeZone)).toISOString().slice(0, 10);
}
