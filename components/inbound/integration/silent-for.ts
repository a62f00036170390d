const HOUR_MS = 60 * 60_000;
const QUIET_HOURS = 24;

/** "3 days" without events; null under a day. */
export function silentFor(lastAt: string, nowMs: number): string | null {
  const hours = Math.floor((nowMs - Date.parse(lastAt)) / HOUR_MS);
  if (hours < QUIET_HOURS) return null;
  const days = Math.floor(hours / 24);
  return days === 1 ? "a day" : `${days} days`;
}
