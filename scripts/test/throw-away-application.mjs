import { randomBytes } from "node:crypto";
import { mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { findFreePort } from "../database/ports.mjs";
import { startThrowAwayDatabase } from "../database/throw-away-database.mjs";
import { seedDemo } from "../setup/demo.mjs";
import { startServer } from "../setup/server.mjs";

/** @import { Frame } from "../setup/main.mjs" */

/**
 * The built application with a freshly seeded database, all of it gone at the end. Resolves to the
 * environment that tests of it need.
 * @param {Frame & { build: string, dir: string }} options
 */
export async function startThrowAwayApplication({ build, dir, signal, atEnd }) {
  const { serverUrl, migrationUrl, leave } = await startThrowAwayDatabase({ signal });
  atEnd(leave);
  const dataDir = path.join(dir, "data");
  mkdirSync(dataDir);
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const env = {
    DATABASE_URL: serverUrl,
    DATABASE_WAIT_SECONDS: "600",
    DATA_DIR: dataDir,
    RATE_LIMITS: "off",
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    CALLMARK_HASH_KEY: randomBytes(32).toString("base64url"),
  };
  await seedDemo({ env, migrationUrl, url, signal });
  const log = path.join(dir, "server.log");
  const server = await startServer({ host: "127.0.0.1", port, build, env, signal, output: openSync(log, "a") });
  atEnd(server.stop);
  return {
    ...env,
    MIGRATION_URL: migrationUrl,
    BASE_URL: url,
    DEMO_FILE: path.join(dataDir, "demo.json"),
    SERVER_LOG: log,
  };
}
