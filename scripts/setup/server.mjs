import { setTimeout as sleep } from "node:timers/promises";
import { refuseTakenPort } from "./address.mjs";
import { SERVER_BUNDLE } from "./bundle-server.mjs";
import { Failure, Stopped } from "./failure.mjs";
import { WITHOUT_OWNER_SECRETS } from "./owner-secrets.mjs";
import { inRoot } from "./paths.mjs";
import { packageProgram, start } from "./run.mjs";

/**
 * @import { Environment } from "./run.mjs"
 * @typedef {{ host: string, port: number }} Address
 * @typedef {ReturnType<typeof start>} Started
 */

/** Far more than a start needs, so that a busy machine does not fail it. */
const WAIT_MS = 300_000;

/** Answered without loading a page, which takes as long as the whole start. */
const QUICK_PATH = "/api/v1/calls";

/** The same as Node's own server (lib/platform/server/serve.ts). */
const KEEP_ALIVE = ["--keepAliveTimeout", "65000"];

/**
 * Starts the built server; resolves when it answers. `output` is a file descriptor, or "inherit". With
 * CALLMARK_FRONT=off Next.js also serves the API's routes, as with `next start`.
 * @param {Address & { build: string, env: Environment, signal?: AbortSignal, output?: number | "inherit" }} options
 */
export async function startServer({ host, port, build, env, signal, output = "inherit" }) {
  const front = (env.CALLMARK_FRONT ?? process.env.CALLMARK_FRONT) !== "off";
  const program = front
    ? [inRoot(build, SERVER_BUNDLE)]
    : packageProgram("next/dist/bin/next", "start", "-p", String(port), "-H", host, ...KEEP_ALIVE);
  const server = start(process.execPath, ["--import", inRoot("scripts/setup/server-preload.mjs"), ...program], {
    env: {
      ...env,
      HOST: host,
      PORT: String(port),
      NODE_ENV: "production",
      NEXT_DIST_DIR: build,
      NEXT_TELEMETRY_DISABLED: "1",
      ...WITHOUT_OWNER_SECRETS,
    },
    stdio: ["ignore", output, output, "ipc"],
    signal,
  });
  try {
    await untilItAnswers(server, { host, port, signal });
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** @param {Address} address */
const localUrl = ({ host, port }) => `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

/**
 * Loads a page beside whatever else goes on, so that the first person does not wait for it.
 * @param {Address & { signal?: AbortSignal }} options
 */
export function warmUp({ host, port, signal }) {
  fetch(`${localUrl({ host, port })}/sign-in`, { signal }).catch(() => {});
}

/**
 * The server reports by itself that it answers: another server may be answering at the URL.
 * @param {Started} server
 * @param {Address & { signal?: AbortSignal }} options
 */
async function untilItAnswers(server, { host, port, signal }) {
  const url = `${localUrl({ host, port })}${QUICK_PATH}`;
  const begun = performance.now();
  let state = "starting";
  server.process.on("message", (message) => {
    if (message === "answered") state = "answering";
  });
  server.process.once("disconnect", () => {
    state = "ended";
  });
  while (state === "starting") {
    if (signal?.aborted) throw new Stopped();
    if (performance.now() - begun > WAIT_MS) throw new Failure("The server did not answer within five minutes.");
    await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(WAIT_MS) }).catch(() => sleep(50));
    await sleep(10);
  }
  if (signal?.aborted) throw new Stopped();
  if (state === "answering") return;
  await refuseTakenPort({ host, port });
  throw new Failure("The server ended before it answered.");
}
