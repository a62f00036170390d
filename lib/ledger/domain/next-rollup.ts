const MINUTE_MS = 60_000;

/** When the next rollup is due: on the full minutes of the hour that are multiples of the interval. */
export function nextRollupAt(now: Date, everyMinutes: number): Date {
  const hour = Math.floor(now.getTime() / (60 * MINUTE_MS)) * 60 * MINUTE_MS;
  const minute = Math.floor((now.getTime() - hour) / MINUTE_MS);
  const next = (Math.floor(minute / everyMinutes) + 1) * everyMinutes;
  return new Date(hour + Math.min(next, 60) * MINUTE_MS);
}
