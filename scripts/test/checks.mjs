import { inRoot } from "../setup/paths.mjs";
import { packageProgram, run } from "../setup/run.mjs";

const biome = packageProgram("@biomejs/biome/bin/biome");

/** A check is one or more programs: quiet when they pass, all that they printed when one does not. */
const CHECKS = {
  format: [[...biome, "format", "."]],
  lint: [[...biome, "lint", "--error-on-warnings", "."]],
  rooms: [[inRoot("scripts/check-rooms.mjs")]],
  // Next.js writes the types of routes that the compiler then needs.
  types: [packageProgram("next/dist/bin/next", "typegen"), packageProgram("typescript/bin/tsc", "--noEmit")],
};

export async function runCheck(name, { signal }) {
  for (const args of CHECKS[name]) {
    const env = { NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0" };
    const { code, output } = await run(process.execPath, args, { env, capture: true, check: false, signal });
    if (code !== 0) return { passed: 0, failures: [name], output };
  }
  return { passed: 1, failures: [] };
}
