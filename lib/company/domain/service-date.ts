import { zoneOffset } from "@/lib/base/zone-offset";

/** The day that a call counts on: that of its start by the wall clock of an IANA zone, `YYYY-MM-DD`. */
export function serviceDateOf(startedAt: Date, timeZone: string): string {
  const ms = startedAt.getTime();
  return new Date(ms + zoneOffset(ms, timeZone)).toISOString().slice(0, 10);
}
