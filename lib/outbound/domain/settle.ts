import type { Attempted, Settled } from "./delivery";
import { nextAttemptAt } from "./retry";

/** A success ends a delivery; after a failure it is tried again later, or given up if its time is over. */
export function settle(attempted: Attempted, now: Date, random: number): Settled {
  const { delivery, attempt } = attempted;
  if (attempt.problem === null) return { ...attempted, state: "delivered", nextAttemptAt: now };
  const next = nextAttemptAt(delivery.failures + 1, now, random);
  if (now >= delivery.giveUpAt) return { ...attempted, state: "given_up", nextAttemptAt: now };
  // The last attempt is made when the time is over, not hours before.
  return { ...attempted, state: "waiting", nextAttemptAt: next < delivery.giveUpAt ? next : delivery.giveUpAt };
}
