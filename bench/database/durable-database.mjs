import { startThrowAwayDatabase } from "../../scripts/database/throw-away-database.mjs";

/** Durable like production: without it, results would be too good. */
const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on", max_connections: 200 };

/**
 * A migrated database on a cluster of its own, which `leave()` deletes. `keepUp()` starts it again if it is killed.
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ serverUrl: string, migrationUrl: string, keepUp: () => () => Promise<void>, leave: () => Promise<void> }>}
 */
export function startDurableDatabase(signal) {
  return startThrowAwayDatabase({ settings: DURABLE, signal });
}
