import { readFileSync } from "node:fs";
import { codeOf } from "./reason.mjs";

/** Identifies a process uniquely; pids are reused. */
export function identityOf(pid = process.pid) {
  const start = startOf(pid);
  return start ? `${pid}:${start}` : `${pid}`;
}

/** @param {string} identity */
export function isStillRunning(identity) {
  const [pid, start] = identity.trim().split(":");
  if (!isAlive(Number(pid))) return false;
  const now = startOf(Number(pid));
  return now === "zombie" ? false : !start || !now || start === now;
}

/** @param {string} identity */
export const pidOf = (identity) => Number(identity.split(":")[0]);

/** @param {number} pid */
function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/**
 * Ticks since boot at the start of the process (Linux); null if unknown.
 * @param {number} pid
 */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "zombie" : fields[19];
  } catch {
    return null;
  }
}
