import { systemTime } from "./system-time";

/** A time before now, as the API writes times: routes use the system clock. */
export function minutesAgo(minutes: number): string {
  return new Date(systemTime().getTime() - minutes * 60_000).toISOString();
}

export const daysAgo = (days: number): string => minutesAgo(days * 24 * 60);
