const SECOND_MS = 1000;
const FIRST_WAIT_MS = 5 * SECOND_MS;
const LONGEST_WAIT_MS = 4 * 60 * 60 * SECOND_MS;
const GIVE_UP_AFTER_MS = 3 * 24 * 60 * 60 * SECOND_MS;

/** Until when a delivery that was queued now is tried. */
export function giveUpAt(queuedAt: Date): Date {
  return new Date(queuedAt.getTime() + GIVE_UP_AFTER_MS);
}

/**
 * When to try again after so many failures: 5 s, 10 s, 20 s, … up to 4 h, each shortened at random by up to half, so
 * that a receiver that comes back is not met by all deliveries at once. `random` is at least 0 and below 1.
 */
export function nextAttemptAt(failures: number, now: Date, random: number): Date {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
  return new Date(now.getTime() + Math.round(wait * (1 - random / 2)));
}
