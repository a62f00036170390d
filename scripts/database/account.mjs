import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { Failure } from "../setup/failure.mjs";

/** @typedef {{ uid: number, gid: number }} Account */

const CANDIDATES = ["postgres", "nobody"];

/**
 * The unprivileged account that runs PostgreSQL for root, which it refuses; null for other users.
 * @returns {Account | null}
 */
export function findAccount() {
  if (process.getuid?.() !== 0) return null;
  for (const name of CANDIDATES) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Failure(
    `PostgreSQL does not run as root, and there is no account ${CANDIDATES.join(" or ")} to run it: start as another user, or set DATABASE_URL and MIGRATION_URL.`,
  );
}

/**
 * @param {string} option
 * @param {string} name
 */
function idOf(option, name) {
  try {
    return Number(execFileSync("id", [option, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return 0;
  }
}

/**
 * Whether an account without privileges can reach a directory; home directories are often closed.
 * @param {string} dir
 * @returns {boolean}
 */
export function isOpenToAll(dir) {
  const stat = statSync(dir, { throwIfNoEntry: false });
  if (stat && (stat.mode & 0o001) === 0) return false;
  const parent = path.dirname(dir);
  return parent === dir || isOpenToAll(parent);
}
