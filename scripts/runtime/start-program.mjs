import { readFileSync } from "node:fs";
import { findOwnerSecret } from "../setup/owner-secrets.mjs";
import { inRoot } from "../setup/paths.mjs";

const BUILD = ".next";

/**
 * Runs a bundled program of the runtime files (scripts/setup/collect-runtime.mjs), which need nothing to be installed or built.
 * @param {string} name
 */
export async function startProgram(name) {
  const problem = findOwnerSecret(process.env);
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
  process.chdir(inRoot());
  const { config } = JSON.parse(readFileSync(inRoot(BUILD, "required-server-files.json"), "utf8"));
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_DIST_DIR: BUILD,
    NEXT_TELEMETRY_DISABLED: "1",
    // As the server of a standalone build of Next.js does: to read the configuration's file takes its compiler.
    __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify({ ...config, distDir: BUILD }),
  });
  await import(inRoot(BUILD, "front", name));
}
