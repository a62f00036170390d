import { openSync } from "node:fs";
import path from "node:path";
import { findFreePort } from "../../scripts/database/ports.mjs";
import { dataDir } from "../../scripts/setup/paths.mjs";
import { startServer } from "../../scripts/setup/server.mjs";
import { benchBuild } from "./bench-build.mjs";

const HOST = "127.0.0.1";

/** One build for all servers of a run, even if the code changes meanwhile. */
let built;

/**
 * The built application on its own port, with the usual log in a file. Rollups are measured elsewhere, so none runs by
 * itself. Without `front` Next.js serves the API's routes too. A killed server is started again on its `port`.
 * @param {{ signal: AbortSignal, atEnd: (undo: () => unknown) => void, front?: boolean, port?: number }} run
 * @returns {Promise<import("../bench").BenchServer>}
 */
export async function startBenchServer({ signal, atEnd, front = true, port: wanted }) {
  built ??= benchBuild(signal);
  const build = await built;
  const port = wanted ?? (await findFreePort());
  const url = `http://${HOST}:${port}`;
  const output = openSync(path.join(dataDir(), "server.log"), "a");
  const env = {
    NEXTAUTH_URL: url,
    LOG_LEVEL: "info",
    WORKER: "off",
    RATE_LIMITS: "off",
    CALLMARK_FRONT: front ? "on" : "off",
  };
  const server = await startServer({ host: HOST, port, build, env, signal, output });
  atEnd(server.stop);
  // A process that could not start has no pid; this one answers.
  return { pid: Number(server.process.pid), port, url };
}
