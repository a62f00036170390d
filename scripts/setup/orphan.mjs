import { readFileSync } from "node:fs";
import path from "node:path";

const CHECK_MS = 500;

/**
 * Calls back once npm, which started this command, is gone. npm passes on some signals only, and none when it is
 * killed.
 * @param {() => void} callback
 */
export function whenOrphaned(callback) {
  const parent = process.ppid;
  const shell = isShellOfNpm(parent) ? parent : null;
  const npm = shell && parentOf(shell);
  const isOrphan = () => process.ppid !== parent || (npm && parentOf(shell) !== npm);
  setInterval(() => isOrphan() && callback(), CHECK_MS).unref();
}

/**
 * npm runs scripts through a shell, and some shells stay as a process between npm and the script.
 * @param {number} pid
 */
function isShellOfNpm(pid) {
  return read(`/proc/${pid}/cmdline`).includes(path.basename(process.argv[1] ?? ""));
}

/** @param {number} pid */
function parentOf(pid) {
  return Number(read(`/proc/${pid}/status`).match(/^PPid:\s*(\d+)/m)?.[1] ?? 0);
}

/**
 * Empty on systems without such files: then only the direct parent is watched.
 * @param {string} file
 */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
