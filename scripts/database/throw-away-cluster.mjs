import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { countOtherLeases } from "../setup/leases.mjs";
import { Cluster } from "./cluster.mjs";
import { keepUp } from "./keep-up.mjs";

/**
 * @import { Settings } from "./postgres.mjs"
 * @typedef {{ settings?: Settings, signal?: AbortSignal | undefined }} Options
 */

const PREFIX = "callmark-throw-away-";

/** The data need not survive a power failure. */
const SETTINGS = { max_connections: 300, fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * A separate cluster that `leave()` deletes.
 * @param {Options} [options]
 */
export async function startThrowAwayCluster(options) {
  await removeAbandoned();
  const dir = mkdtempSync(path.join(os.tmpdir(), PREFIX));
  chmodSync(dir, 0o711);
  const cluster = await Cluster.in(dir);
  await cluster.join({ ...options, settings: { ...SETTINGS, ...options?.settings } });
  return {
    /**
     * @param {string} role
     * @param {string} database
     */
    urlFor: (role, database) => cluster.urlFor(role, database),
    passwords: cluster.meta.passwords,
    /** Starts the server again whenever it ends; the returned function stops that. */
    keepUp: () => keepUp(cluster, { log: () => {} }),
    leave: async () => {
      await cluster.leave();
      remove(cluster, dir);
    },
  };
}

/** Removes clusters that killed runs left behind. */
async function removeAbandoned() {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dir = path.join(os.tmpdir(), name);
    if (statSync(dir, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    const cluster = await Cluster.in(dir);
    if (!existsSync(cluster.users) || countOtherLeases(cluster.users) > 0) continue;
    await cluster.leave();
    remove(cluster, dir);
  }
}

/**
 * @param {Cluster} cluster
 * @param {string} dir
 */
function remove(cluster, dir) {
  rmSync(cluster.home, { recursive: true, force: true });
  rmSync(dir, { recursive: true, force: true });
}
