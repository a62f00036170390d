import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findFreePort } from "@/scripts/database/ports.mjs";
import { startServer } from "@/scripts/setup/server.mjs";
import { environment } from "../http/support/demo";

/** A server of the same build on a database without a company. It rolls up only when asked. */
export async function startEmptyServer(env: Readonly<Record<string, string>> = {}) {
  const port: number = await findFreePort();
  const url = `http://localhost:${port}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), "callmark-empty-"));
  const output = path.join(dataDir, "output");
  const server = await startServer({
    host: "127.0.0.1",
    port,
    build: environment("BUILD"),
    env: {
      DATABASE_URL: environment("EMPTY_DATABASE_URL"),
      DATA_DIR: dataDir,
      NEXTAUTH_URL: url,
      WORKER: "off",
      LOG_LEVEL: "silent",
      ...env,
    },
    signal: undefined,
    output: openSync(output, "a"),
  });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, stop, output: () => readFileSync(output, "utf8") };
}
