import { zoneOffset } from "@/lib/base/zone-offset";
import { addSums, type CallSums, NO_CALLS } from "./call-sums";

const HOUR_MS = 3_600_000;

/**
 * Sums of quarters of an hour, named by their seconds since 1970, as sums of local days (`YYYY-MM-DD`) or of local hours
 * (the instant of their start), in order. No zone is off by less than a quarter.
 */
export function sumsByTime(
  quarters: readonly (readonly [seconds: string | null, sums: CallSums])[],
  unit: "day" | "hour",
  timeZone: string,
): ReadonlyMap<string, CallSums> {
  const byTime = new Map<string, CallSums>();
  for (const [seconds, sums] of quarters.toSorted(([one], [other]) => Number(one) - Number(other))) {
    const ms = Number(seconds) * 1000;
    const offset = zoneOffset(ms, timeZone);
    const hour = Math.floor((ms + offset) / HOUR_MS) * HOUR_MS;
    const name = unit === "day" ? new Date(hour).toISOString().slice(0, 10) : new Date(hour - offset).toISOString();
    byTime.set(name, addSums(byTime.get(name) ?? NO_CALLS, sums));
  }
  return byTime;
}
