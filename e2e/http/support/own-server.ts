import { openSync } from "node:fs";
import { devNull } from "node:os";
import { onTestFinished } from "vitest";
import { findFreePort } from "@/scripts/database/ports.mjs";
import { startServer } from "@/scripts/setup/server.mjs";
import { environment } from "./demo";

/** A server of the test's own on the application's database, served the same way, which it may set and end as it likes. */
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
  return { port, end: server.stop };
}
