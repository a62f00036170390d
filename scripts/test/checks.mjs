import { withLock } from "../setup/lock.mjs";
import { inRoot, setupLock } from "../setup/paths.mjs";
import { packageProgram, run } from "../setup/run.mjs";

/** @import { Count } from "./tally.mjs" */

const biome = packageProgram("@biomejs/biome/bin/biome");

/** A check is one or more programs: silent when they pass, with all output when one fails. */
const CHECKS = {
  format: [[...biome, "format", "."]],
  lint: [
    [...biome, "lint", "--error-on-warnings", "."],
    packageProgram("knip/bin/knip.js"),
    [inRoot("scripts/check-glossary.mjs")],
  ],
  boundaries: [[inRoot("scripts/check-boundaries.mjs")]],
  // Next.js generates route types that the compiler needs.
  types: [packageProgram("next/dist/bin/next", "typegen"), packageProgram("typescript/bin/tsc", "--noEmit")],
};

/**
 * Runs one check. A build generates the same types, so the two must not run at once.
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
