import { existsSync, readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { run } from "./run.mjs";

/** @typedef {{ forTests: boolean }} Wanted */

/** @type {(lockfile: string) => Record<string, { version: string, optional?: boolean, dev?: boolean }>} */
const packagesOf = (lockfile) => JSON.parse(readFileSync(inRoot(lockfile), "utf8")).packages;

/**
 * Whether node_modules matches the lockfile, with or without the packages that only tests and checks need. npm writes
 * its own list there when it has finished.
 * @param {Wanted} wanted
 */
export function areDependenciesInstalled({ forTests }) {
  if (!existsSync(inRoot("node_modules/.package-lock.json"))) return false;
  const installed = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(([name, wanted]) => {
    const entry = installed[name];
    if (name === "" || (wanted.dev && !forTests)) return true;
    return entry ? entry.version === wanted.version : wanted.optional;
  });
}

/**
 * Installs without install scripts: none is needed, and they would download from other hosts. Packages that only tests
 * need are added to the installed ones, because a server may be using those.
 * @param {Wanted & { signal?: AbortSignal }} options
 */
export async function installDependencies({ forTests, signal }) {
  const isComplement = forTests && areDependenciesInstalled({ forTests: false });
  const install = isComplement
    ? ["install", "--no-save", "--include=dev"]
    : ["ci", forTests ? "--include=dev" : "--omit=dev"];
  const args = [...install, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  if (npm) await run(process.execPath, [npm, ...args], { signal });
  else await run("npm", args, { signal, shell: process.platform === "win32" });
}
