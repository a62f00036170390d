import { readFileSync } from "node:fs";

/** Identifies a process uniquely, because a pid is reused. */
export function identityOf(pid = process.pid) {
  const start = startOf(pid);
  return start ? `${pid}:${start}` : `${pid}`;
}

export function isStillRunning(identity) {
  const [pid, start] = identity.trim().split(":");
  if (!isAlive(Number(pid))) return false;
  const now = startOf(Number(pid));
  return now === "zombie" ? false : !start || !now || start === now;
}

export const pidOf = (identity) => Number(identity.split(":")[0]);

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Ticks since boot at the start of the process (Linux); null if unknown. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "zombie" : fields[19];
  } catch {
    return null;
  }
}
