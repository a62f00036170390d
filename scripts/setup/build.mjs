import { existsSync, readdirSync, rmSync } from "node:fs";
import { Failure } from "./failure.mjs";
import { hashInputs, isMadeFrom, noteMadeFrom } from "./inputs.mjs";
import { countOtherLeases, endLease, takeLease } from "./leases.mjs";
import { inRoot } from "./paths.mjs";
import { packageProgram, run } from "./run.mjs";

/** The second one is for whoever builds while a server still runs from an older build. */
const PLACES = [".next", ".next-beside"];

const DIRECTORIES = ["app", "components", "lib", "public", "prisma/schema"];
const ROOT_FILE = /\.(ts|tsx|mjs|css|json)$/;
const NOT_BUILT = /^(vitest|playwright|prisma)\.config\.ts$|^biome\.json$|^next-env\.d\.ts$/;

const stamp = (place) => inRoot(place, "made-from");
const users = (place) => inRoot(".data/builds", place);
const inputs = () => {
  const files = readdirSync(inRoot(".")).filter((name) => ROOT_FILE.test(name) && !NOT_BUILT.test(name));
  return hashInputs([...DIRECTORIES, ...files.sort()]);
};

/** The directory of a build of the present sources, claimed so that nobody rebuilds it under us; null if there is none. */
export function claimBuild() {
  const wanted = inputs();
  for (const place of PLACES) {
    takeLease(users(place));
    if (existsSync(inRoot(place, "BUILD_ID")) && isMadeFrom(stamp(place), wanted)) return place;
    endLease(users(place));
  }
  return null;
}

export async function build({ signal }) {
  const place = PLACES.find((each) => {
    // Whoever claims a build takes the lease before looking at the stamp: in this order nobody slips through.
    rmSync(stamp(each), { force: true });
    return countOtherLeases(users(each)) === 0;
  });
  if (!place) throw new Failure("Servers of this clone run from older builds: stop one of them first.");
  const made = inputs();
  const env = { NODE_ENV: "production", NEXT_DIST_DIR: place, NEXT_TELEMETRY_DISABLED: "1" };
  await run(process.execPath, packageProgram("next/dist/bin/next", "build"), { env, signal });
  noteMadeFrom(stamp(place), made);
}
