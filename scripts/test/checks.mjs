import { withLock } from "../setup/lock.mjs";
import { inRoot, setupLock } from "../setup/paths.mjs";
import { packageProgram, run } from "../setup/run.mjs";

/** @import { Count } from "./tally.mjs" */

const biome = packageProgram("@biomejs/biome/bin/biome");

/** A check is one or more programs: quiet when they pass, all that they printed when one does not. */
const CHECKS = {
  format: [[...biome, "format", "."]],
  lint: [[...biome, "lint", "--error-on-warnings", "."], packageProgram("knip/bin/knip.js")],
  boundaries: [[inRoot("scripts/check-boundaries.mjs")]],
  // Next.js writes the types of routes that the compiler then needs.
  types: [packageProgram("next/dist/bin/next", "typegen"), packageProgram("typescript/bin/tsc", "--noEmit")],
};

/**
 * A build writes the same types, so it has to wait for this, or this for it.
 * @param {keyof typeof CHECKS} name
 * @param {{ signal: AbortSignal }} options
 */
export const runCheck = (name, { signal }) =>
  name === "types" ? withLock(setupLock, () => runPrograms(name, signal), { signal }) : runPrograms(name, signal);

/**
 * @param {keyof typeof CHECKS} name
 * @param {AbortSignal} signal
 * @returns {Promise<Count>}
 */
async function runPrograms(name, signal) {
  for (const args of CHECKS[name]) {
    const env = { NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0" };
    const { code, output } = await run(process.execPath, args, { env, capture: true, check: false, signal });
    if (code !== 0) return { passed: 0, failures: [name], output };
  }
  return { passed: 1, failures: [] };
}
