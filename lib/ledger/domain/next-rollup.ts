const MINUTE_MS = 60_000;

/** The next rollup. Rollups start at full minutes that are multiples of the interval. */
export function nextRollupAt(now: Date, everyMinutes: number): Date {
  const hour = Math.floor(now.getTime() / (60 * MINUTE_MS)) * 60 * MINUTE_MS;
  const minute = Math.floor((now.getTime() - hour) / MINUTE_MS);
  const next = (Math.floor(minute / everyMinutes) + 1) * everyMinutes;
  return new Date(hour + Math.min(next, 60) * MINUTE_MS);
}
