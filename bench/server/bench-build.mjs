import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleServer } from "../../scripts/setup/bundle-server.mjs";
import { hashInputs, isMadeFrom, noteMadeFrom } from "../../scripts/setup/inputs.mjs";
import { inRoot } from "../../scripts/setup/paths.mjs";
import { packageProgram, run } from "../../scripts/setup/run.mjs";

const PLACE = ".next-bench";
const COMPILER_OPTIONS = ".data/bench/tsconfig.json";
const MADE_OF = ["app", "components", "lib", "prisma/schema", "public", "instrumentation.ts", "proxy.ts"];
const CONFIGURATION = [
  "scripts/setup/bundle-server.mjs",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/**
 * A build like the product's, plus the empty route and the empty page. Resolves to its directory.
 * @param {AbortSignal} signal
 * @returns {Promise<string>}
 */
export async function benchBuild(signal) {
  const stamp = inRoot(PLACE, "made-from");
  const inputs = hashInputs([...MADE_OF, ...CONFIGURATION]);
  if (isMadeFrom(stamp, inputs)) return PLACE;
  const options = inRoot(COMPILER_OPTIONS);
  mkdirSync(path.dirname(options), { recursive: true });
  writeFileSync(options, JSON.stringify({ extends: path.relative(path.dirname(options), inRoot("tsconfig.json")) }));
  const env = {
    NODE_ENV: "production",
    CALLMARK_BENCH: "1",
    NEXT_DIST_DIR: PLACE,
    NEXT_TSCONFIG: COMPILER_OPTIONS,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  await run(process.execPath, packageProgram("next/dist/bin/next", "build"), { env, signal });
  await bundleServer(inRoot(PLACE));
  noteMadeFrom(stamp, inputs);
  return PLACE;
}
