import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../setup/reason.mjs";

/** @import { Cluster } from "./cluster.mjs" */

const LOOK_EVERY_MS = 250;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;
/** A server that ran this long is started again without a pause. */
const LASTED_MS = 30_000;

/**
 * Starts the cluster's server again whenever it ends, on the same port, with growing pauses if it keeps ending. The
 * returned function stops that, and resolves when no start is under way.
 * @param {Cluster} cluster
 * @param {{ log: (line: string) => void }} options
 */
export function keepUp(cluster, { log }) {
  const controller = new AbortController();
  const watching = watch(cluster, { log, signal: controller.signal }).catch(() => {});
  return async () => {
    controller.abort();
    await watching;
  };
}

/**
 * @param {Cluster} cluster
 * @param {{ log: (line: string) => void, signal: AbortSignal }} options
 */
async function watch(cluster, { log, signal }) {
  let pause = 0;
  let begun = performance.now();
  for (;;) {
    await sleep(LOOK_EVERY_MS, undefined, { signal });
    if (cluster.isServed()) continue;
    if (performance.now() - begun > LASTED_MS) pause = 0;
    await sleep(pause, undefined, { signal });
    const line = await startAgain(cluster, signal);
    if (line) log(line);
    pause = Math.min(Math.max(pause * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
    begun = performance.now();
  }
}

/**
 * Null if another process that joined the cluster was faster.
 * @param {Cluster} cluster
 * @param {AbortSignal} signal
 */
async function startAgain(cluster, signal) {
  const cause = cluster.postgres.causeOfEnd();
  try {
    const hasStarted = await cluster.startAgain({ signal });
    return hasStarted ? `PostgreSQL ${cause}. It is running again.` : null;
  } catch (error) {
    if (signal.aborted) throw error;
    return `PostgreSQL ${cause}, and does not start again yet. ${messageOf(error)}`;
  }
}
