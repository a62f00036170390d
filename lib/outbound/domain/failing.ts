const DAY_MS = 24 * 60 * 60_000;
const DISABLED_AFTER_DAYS = 5;

/** When an endpoint is disabled if every attempt since then fails. */
export function disabledAt(failingSince: Date): Date {
  return new Date(failingSince.getTime() + DISABLED_AFTER_DAYS * DAY_MS);
}

/** Since when it must have failed to be disabled now. */
export function disabledIfFailingSince(now: Date): Date {
  return new Date(now.getTime() - DISABLED_AFTER_DAYS * DAY_MS);
}
