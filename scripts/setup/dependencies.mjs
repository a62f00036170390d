import { existsSync, readFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { run } from "./run.mjs";

/** @type {(lockfile: string) => Record<string, { version: string, optional?: boolean }>} */
const packagesOf = (lockfile) => JSON.parse(readFileSync(inRoot(lockfile), "utf8")).packages;

/** Whether node_modules holds what the lockfile says; npm writes its own list there when it has finished. */
export function areDependenciesInstalled() {
  if (!existsSync(inRoot("node_modules/.package-lock.json"))) return false;
  const installed = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(([name, wanted]) => {
    const found = installed[name];
    return name === "" || (found ? found.version === wanted.version : wanted.optional);
  });
}

/**
 * No install scripts: nothing here needs one, and they would download from other places than the registry.
 * @param {{ signal?: AbortSignal }} options
 */
export async function installDependencies({ signal }) {
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  if (npm) await run(process.execPath, [npm, ...args], { signal });
  else await run("npm", args, { signal, shell: process.platform === "win32" });
}
