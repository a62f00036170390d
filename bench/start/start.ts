import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "@/scripts/database/ports.mjs";
import { collectRuntime } from "@/scripts/setup/collect-runtime.mjs";
import { WITHOUT_OWNER_SECRETS } from "@/scripts/setup/owner-secrets.mjs";
import type { Bench } from "../bench";
import { median } from "../measure/median";
import { milliseconds } from "../measure/milliseconds";
import { benchBuild } from "../server/bench-build.mjs";

const SECONDS_AT_MOST = 5;
const MEBIBYTES_AT_MOST = 250;
const ASK_EVERY_MS = 20;

/** The size of the runtime files, and how long a server needs from them until it is ready. */
export const startUp: Bench = async ({ quick, signal, atEnd }) => {
  const dir = mkdtempSync(path.join(os.tmpdir(), "callmark-runtime-"));
  atEnd(() => rmSync(dir, { recursive: true, force: true }));
  const { bytes } = await collectRuntime({ build: await benchBuild(signal), dir });
  const times: number[] = [];
  for (let round = 0; round < (quick ? 2 : 10); round += 1) times.push(await startOnce(dir));
  const [seconds, mebibytes] = [median(times) / 1000, bytes / 1024 / 1024];
  return [
    {
      what: "Runtime files, without Node",
      measured: `${mebibytes.toFixed()} MiB`,
      target: `≤ ${MEBIBYTES_AT_MOST} MiB`,
      met: mebibytes <= MEBIBYTES_AT_MOST,
    },
    {
      what: "A server from them, until it is ready",
      measured: `${seconds.toFixed(1)} s, at most ${(Math.max(...times) / 1000).toFixed(1)} s`,
      target: `≤ ${SECONDS_AT_MOST} s`,
      met: seconds <= SECONDS_AT_MOST,
    },
  ];
};

async function startOnce(dir: string): Promise<number> {
  const port: number = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ...WITHOUT_OWNER_SECRETS, PORT: String(port), NEXTAUTH_URL: url, WORKER: "off" };
  const started = () => spawn(process.execPath, ["scripts/runtime/server.mjs"], { cwd: dir, env, stdio: "ignore" });
  let server: ReturnType<typeof started> | undefined;
  const took = await milliseconds(async () => {
    server = started();
    while (!(await isReady(url))) {
      if (server.exitCode !== null) throw new Error("The server ended before it was ready.");
      await wait(ASK_EVERY_MS);
    }
  });
  server?.kill("SIGKILL");
  if (server) await once(server, "close");
  return took;
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
