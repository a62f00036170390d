import { zoneOffset } from "@/lib/base/zone-offset";

/** The day of a call: that of its start in an IANA zone, `YYYY-MM-DD`. */
export function serviceDateOf(startedAt: Date, timeZone: string): string {
  const ms = startedAt.getTime();
  return new Date(ms + zoneOffset(ms, timeZone)).toISOString().slice(0, 10);
}
