import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { identityOf, isStillRunning } from "./process-identity.mjs";

/** @param {string} dir */
const own = (dir) => path.join(dir, String(process.pid));

/**
 * Records that this process uses `dir`.
 * @param {string} dir
 */
export function takeLease(dir) {
  mkdirSync(dir, { recursive: true });
  writeFileSync(own(dir), identityOf());
}

/** @param {string} dir */
export function endLease(dir) {
  rmSync(own(dir), { force: true });
}

/**
 * The number of other living processes that hold a lease. Removes leases of dead processes.
 * @param {string} dir
 */
export function countOtherLeases(dir) {
  let living = 0;
  for (const name of list(dir)) {
    const file = path.join(dir, name);
    if (file === own(dir)) continue;
    if (isStillRunning(readFileSync(file, "utf8"))) living += 1;
    else rmSync(file, { force: true });
  }
  return living;
}

/** @param {string} dir */
function list(dir) {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
