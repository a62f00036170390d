import { readAddress } from "./address.mjs";
import { main } from "./main.mjs";
import { WITHOUT_OWNER_SECRETS } from "./owner-secrets.mjs";
import { prepare } from "./prepare.mjs";
import { run, typeScript } from "./run.mjs";

/** @import { Frame } from "./main.mjs" */

/**
 * The frame of commands that run one TypeScript program on the database; its exit code is the command's.
 * @param {string} file
 * @param {{ codeWhenStopped?: number }} [options]
 */
export function runProgram(file, { codeWhenStopped } = {}) {
  /** @param {Frame} frame */
  const work = async ({ signal, atEnd }) => {
    const log = console.error;
    await prepare(["install", "client"], { signal, log });
    const { openApplication } = await import("./application.mjs");
    const { env } = await openApplication({ url: readAddress().url, signal, atEnd, log });
    const all = { NODE_ENV: "production", ...env, ...WITHOUT_OWNER_SECRETS };
    const { code } = await run(process.execPath, typeScript(file, ...process.argv.slice(2)), {
      env: all,
      check: false,
      signal,
    });
    return code;
  };
  return main(work, { codeWhenStopped });
}
