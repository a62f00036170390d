import { spawn } from "node:child_process";
import path from "node:path";
import { inRoot } from "../setup/paths.mjs";

/** Waits for a line; if its input ends without one, the process that holds the other end was killed. */
const WAIT_FOR_DISMISSAL = 'read line || exec "$0" "$@"';

/**
 * Stops the cluster's server if this process is killed (kill -9) before it dismisses the guard, and no other process has
 * joined. The guard is a waiting shell: Windows has none, so there the next start stops the server.
 * @param {string} dir
 */
export function guardCluster(dir) {
  if (process.platform === "win32") return { dismiss: () => {} };
  const stop = [process.execPath, inRoot("scripts/database/leave-cluster.mjs"), path.resolve(dir)];
  const guard = spawn("/bin/sh", ["-c", WAIT_FOR_DISMISSAL, ...stop], {
    // A Ctrl-C in the terminal must not end it before its work.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => {});
  guard.stdin.on("error", () => {});
  guard.unref();
  return { dismiss: () => void guard.stdin.end("dismissed\n") };
}
