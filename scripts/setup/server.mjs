import { setTimeout as sleep } from "node:timers/promises";
import { Failure, Stopped } from "./failure.mjs";
import { inRoot } from "./paths.mjs";
import { packageProgram, start } from "./run.mjs";

const WAIT_MS = 60_000;

/** Starts the built server; resolves when it answers. `stdio` as for Node's spawn. */
export async function startServer({ host, port, build, env, signal, stdio = ["ignore", "inherit", "inherit"] }) {
  const next = packageProgram("next/dist/bin/next", "start", "-p", String(port), "-H", host);
  const server = start(process.execPath, ["--import", inRoot("scripts/setup/leave-with-parent.mjs"), ...next], {
    env: {
      ...env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: build,
      NEXT_TELEMETRY_DISABLED: "1",
      MIGRATION_URL: undefined,
    },
    stdio,
  });
  try {
    await untilItAnswers(server, `http://${host.includes(":") ? `[${host}]` : host}:${port}/`, signal);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function untilItAnswers(server, url, signal) {
  let code;
  server.ended.then((ended) => (code = ended)).catch(() => (code = 1));
  for (const begun = Date.now(); Date.now() - begun < WAIT_MS; await sleep(50)) {
    if (signal?.aborted) throw new Stopped();
    if (code !== undefined) throw new Failure(`The server ended before it answered (${code}).`);
    const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(WAIT_MS) }).catch(() => null);
    if (answer) return;
  }
  throw new Failure("The server did not answer within a minute.");
}
