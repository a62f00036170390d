import { Failure, Stopped } from "./failure.mjs";
import { whenOrphaned } from "./orphan.mjs";

/**
 * The frame of every command. `work` gets a `signal` that is aborted on a request to stop, and `atEnd` to register
 * clean-up, run last first however the command ends. The returned number is the exit code.
 *
 * In package.json, long-running commands begin with `exec`, so that npm's signals reach them instead of the shell. A
 * shell without `exec` runs the command after `||`.
 */
export async function main(work, { codeWhenStopped = 130 } = {}) {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, stop);
  if (process.env.npm_lifecycle_event) whenOrphaned(stop);
  // A closed reader (`npm start | head`) must not prevent the clean-up.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

  const endings = [];
  const attempt = async (step) => {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Stopped) && error.name !== "AbortError") explain(error);
      return 1;
    }
  };
  let code = await attempt(() => work({ signal: controller.signal, atEnd: (ending) => endings.unshift(ending) }));
  for (const ending of endings) code = (await attempt(ending)) || code;
  process.exit(controller.signal.aborted ? codeWhenStopped : (code ?? 0));
}

function explain(error) {
  if (error.code === "EACCES" || error.code === "EPERM") {
    console.error(`\nYou may not write ${error.path ?? "here"}: run as the user who owns this clone and its data.`);
  } else {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
  }
}
