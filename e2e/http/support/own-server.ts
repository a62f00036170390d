import { openSync } from "node:fs";
import { devNull } from "node:os";
import { onTestFinished } from "vitest";
import { findFreePort } from "@/scripts/database/ports.mjs";
import { startServer } from "@/scripts/setup/server.mjs";
import { environment } from "./demo";

/** A separate server on the application's database, started in the same way, which the test may configure and end. */
export async function ownServer(env: Readonly<Record<string, string>> = {}) {
  const port: number = await findFreePort();
  const server = await startServer({
    host: "127.0.0.1",
    port,
    build: environment("BUILD"),
    env: { ...env, WORKER: "off", LOG_LEVEL: "silent" },
    signal: undefined,
    output: openSync(devNull, "w"),
  });
  onTestFinished(server.stop);
  return { port, end: server.stop, kill: () => server.process.kill("SIGKILL") };
}
