import { Failure, Stopped } from "./failure.mjs";
import { whenOrphaned } from "./orphan.mjs";
import { codeOf, isAbort } from "./reason.mjs";

/**
 * @typedef {() => unknown} Ending
 * @typedef {{ signal: AbortSignal, atEnd: (ending: Ending) => void }} Frame
 */

/**
 * The frame of every command. `work` gets a `signal` that is aborted on a request to stop, and `atEnd` to register
 * clean-up, run last first however the command ends. The returned number is the exit code.
 *
 * In package.json, long-running commands begin with `exec`, so that npm's signals reach them instead of the shell. A
 * shell without `exec` runs the command after `||`.
 * @param {(frame: Frame) => Promise<unknown>} work
 * @param {{ codeWhenStopped?: number }} [options]
 */
export async function main(work, { codeWhenStopped = 130 } = {}) {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, stop);
  if (process.env.npm_lifecycle_event) whenOrphaned(stop);
  // A closed reader (`npm start | head`) must not prevent the clean-up.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

  /** @type {Ending[]} */
  const endings = [];
  /** @param {() => unknown} step */
  const attempt = async (step) => {
    try {
      const code = await step();
      return typeof code === "number" ? code : 0;
    } catch (error) {
      if (!(error instanceof Stopped) && !isAbort(error)) explain(error);
      return 1;
    }
  };
  let code = await attempt(() => work({ signal: controller.signal, atEnd: (ending) => endings.unshift(ending) }));
  for (const ending of endings) code = (await attempt(ending)) || code;
  process.exit(controller.signal.aborted ? codeWhenStopped : code);
}

/** @param {unknown} error */
function explain(error) {
  if (codeOf(error) === "EACCES" || codeOf(error) === "EPERM") {
    const { path = "here" } = /** @type {NodeJS.ErrnoException} */ (error);
    console.error(`\nNo permission to write ${path}: run this as the user who owns this clone and its data.`);
  } else {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
  }
}
