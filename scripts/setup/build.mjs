import { cpSync, existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { bundleServer } from "./bundle-server.mjs";
import { hashInputs } from "./inputs.mjs";
import { countOtherLeases, endLease, takeLease } from "./leases.mjs";
import { inRoot } from "./paths.mjs";
import { packageProgram, run } from "./run.mjs";

const DIRECTORIES = ["app", "components", "lib", "public", "prisma/schema", "scripts/setup/bundle-server.mjs"];
const ROOT_FILE = /\.(ts|tsx|mjs|css|json)$/;
const NOT_BUILT = /^(vitest|playwright|prisma)\.config\.ts$|^biome\.json$|^next-env\.d\.ts$/;

/** Parts of a build that only the next build needs. */
const LEFT_OUT = ["cache", "dev", "diagnostics", "trace", "trace-build", "types"];

/** A finished build is named after a hash of its inputs, and never changes. */
const PLACE = /^\.next-[0-9a-f]{16}$/;
const hasBuild = () => readdirSync(inRoot()).some((name) => PLACE.test(name));
/** @param {string} inputs */
const placeOf = (inputs) => `.next-${inputs.slice(0, 16)}`;
/** @param {string} place */
const usersOf = (place) => inRoot(".data/builds", place);

function presentPlace() {
  const files = readdirSync(inRoot()).filter((name) => ROOT_FILE.test(name) && !NOT_BUILT.test(name));
  return placeOf(hashInputs([...DIRECTORIES, ...files.sort()]));
}

/**
 * Finds the build of the current code and leases it, so that no other command deletes it. Returns its directory, or
 * null.
 */
export function claimBuild() {
  const place = presentPlace();
  if (!existsSync(inRoot(place))) return null;
  takeLease(usersOf(place));
  if (existsSync(inRoot(place))) {
    clearAway(place);
    return place;
  }
  endLease(usersOf(place));
  return null;
}

/**
 * Builds, and keeps the builds that running servers use. To write Next.js's cache takes a seventh of a first build: it pays for
 * those who change the code, from their second build on.
 * @param {{ signal?: AbortSignal }} options
 */
export async function build({ signal }) {
  const place = presentPlace();
  const env = {
    NODE_ENV: "production",
    NEXT_DIST_DIR: undefined,
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_BUILD_CACHE: hasBuild() ? "on" : "off",
  };
  await run(process.execPath, packageProgram("next/dist/bin/next", "build"), { env, capture: true, signal });
  const unfinished = inRoot(".next-unfinished");
  rmSync(unfinished, { recursive: true, force: true });
  /** @param {string} file */
  const isKept = (file) => !LEFT_OUT.includes(path.relative(inRoot(".next"), file));
  cpSync(inRoot(".next"), unfinished, { recursive: true, verbatimSymlinks: true, filter: isKept });
  await bundleServer(unfinished);
  renameSync(unfinished, inRoot(place));
  clearAway(place);
}

/** Deletes other builds that no living command uses. @param {string} present */
function clearAway(present) {
  countOtherLeases(usersOf(present));
  const old = readdirSync(inRoot()).filter((name) => PLACE.test(name) && name !== present);
  for (const place of old.filter((entry) => countOtherLeases(usersOf(entry)) === 0)) {
    rmSync(inRoot(place), { recursive: true, force: true });
    rmSync(usersOf(place), { recursive: true, force: true });
  }
}
