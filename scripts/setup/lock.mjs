import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { identityOf, isStillRunning, pidOf } from "./process-identity.mjs";
import { codeOf } from "./reason.mjs";

const UNWRITTEN_FOR_MS = 5_000;

/**
 * Runs `work` while no other process holds `file`. A dead holder is detected. `onWait(pid)` is called once.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @param {{ onWait?: (pid: number) => void, signal?: AbortSignal }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait = () => {}, signal } = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  let hasReportedWait = false;
  while (!take(file)) {
    if (!hasReportedWait) onWait(pidOf(read(file)));
    hasReportedWait = true;
    await sleep(100, undefined, { signal });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  if (create(file)) return true;
  if (isHeld(file)) return false;
  // Only one process at a time may remove a dead holder's lock; otherwise it could remove the next holder's.
  const clearing = `${file}.clearing`;
  if (!create(clearing)) {
    if (!isHeld(clearing)) rmSync(clearing, { force: true });
    return false;
  }
  try {
    if (!isHeld(file)) rmSync(file, { force: true });
  } finally {
    rmSync(clearing, { force: true });
  }
  return create(file);
}

/** @param {string} file */
function create(file) {
  try {
    writeFileSync(file, identityOf(), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
function isHeld(file) {
  const holder = read(file);
  if (holder) return isStillRunning(holder);
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < UNWRITTEN_FOR_MS;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
