import { log } from "./log";

const EVERY_MS = 1_000;

/** Of the whole process, even if several bundles load this file. */
type Outage = { loggedAt: number; unlogged: number };
const shared = globalThis as { callmarkOutage?: Outage };
shared.callmarkOutage ??= { loggedAt: Number.NEGATIVE_INFINITY, unlogged: 0 };
const outage = shared.callmarkOutage;

/** Logs that the database is out of reach, at most once a second however much fails; the next line counts the rest. */
export function logOutage(cause: string): void {
  const now = performance.now();
  if (now - outage.loggedAt < EVERY_MS) {
    outage.unlogged += 1;
    return;
  }
  log().error({ source: "database", also_failed: outage.unlogged }, `the database is out of reach: ${cause}`);
  outage.loggedAt = now;
  outage.unlogged = 0;
}
