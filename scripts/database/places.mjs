import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Failure } from "../setup/failure.mjs";
import { run } from "../setup/run.mjs";
import { isOpenToAll } from "./account.mjs";

/**
 * @import { Account } from "./account.mjs"
 * @import { Binaries } from "./binaries.mjs"
 */

/** For files that the unprivileged account of a root user must reach. */
const OPEN_PLACE = "/var/tmp/callmark";

/**
 * The directory of a cluster: `dir`, or another place if `account` cannot reach it.
 * @param {string} dir
 * @param {Account | null} account
 */
export function placeCluster(dir, account) {
  mkdirSync(dir, { recursive: true });
  if (!account || isOpenToAll(dir)) return dir;
  const pointer = path.join(dir, "elsewhere");
  if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
  const home = mkdtempSync(path.join(openPlace(), "data-"));
  chmodSync(home, 0o711);
  writeFileSync(pointer, home);
  return home;
}

/**
 * The directory of PostgreSQL's programs, copied to a place where `account` can run them if needed.
 * @param {Binaries} binaries
 * @param {Account | null} account
 */
export async function placeBinaries(binaries, account) {
  if (!account || isOpenToAll(path.join(binaries.dir, "bin"))) return binaries.dir;
  const copy = path.join(openPlace(), `postgresql-${binaries.version}`);
  if (!existsSync(copy)) {
    const unfinished = mkdtempSync(path.join(openPlace(), "copy-"));
    cpSync(binaries.dir, unfinished, { recursive: true, verbatimSymlinks: true });
    await run("chmod", ["-R", "a+rX", unfinished]);
    moveUnlessThere(unfinished, copy);
  }
  return copy;
}

/**
 * @param {string} from
 * @param {string} to
 */
function moveUnlessThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true, force: true });
  }
}

function openPlace() {
  if (!existsSync(OPEN_PLACE)) {
    mkdirSync(OPEN_PLACE, { recursive: true });
    chmodSync(OPEN_PLACE, 0o755);
  }
  const stat = lstatSync(OPEN_PLACE);
  if (!stat.isDirectory() || stat.uid !== 0 || (stat.mode & 0o022) !== 0) {
    throw new Failure(`${OPEN_PLACE} belongs to somebody else: remove it, or set DATABASE_URL and MIGRATION_URL.`);
  }
  return OPEN_PLACE;
}
