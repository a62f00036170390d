import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { findFreePort } from "../database/ports.mjs";
import { startThrowAwayDatabase } from "../database/throw-away-database.mjs";
import { readDemo, seedDemo } from "../setup/demo.mjs";
import { startServer } from "../setup/server.mjs";

/** @import { Frame } from "../setup/main.mjs" */
/** @typedef {{ serverUrl: string, migrationUrl: string }} Urls */
/** @typedef {Awaited<ReturnType<typeof placeOf>>} Place */

/**
 * The built application with a newly seeded database, deleted at the end. Resolves to the environments for its tests:
 * `front`, as `npm start` serves it, and, on request, `next`, a second instance with its own database that Next.js
 * serves alone.
 * @param {Frame & { build: string, dir: string, twin?: boolean }} options
 */
export async function startThrowAwayApplication({ build, dir, signal, atEnd, twin = false }) {
  const database = await startThrowAwayDatabase({ signal });
  atEnd(database.leave);
  const secrets = {
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    CALLMARK_HASH_KEY: randomBytes(32).toString("base64url"),
  };
  // Before the demo is in it: for a server that nobody has set up.
  const empty = await database.copy("callmark_empty");
  const own = await placeOf(path.join(dir, "data"), database, secrets);
  mkdirSync(own.dataDir);
  await seedDemo({ env: own.env, migrationUrl: own.migrationUrl, url: own.url, signal });
  const other = twin ? await placeOf(path.join(dir, "twin"), await database.copy("callmark_twin"), secrets) : null;
  if (other) {
    cpSync(own.dataDir, other.dataDir, { recursive: true });
    readDemo(other.url, other.dataDir);
  }

  /** @param {Place} place @param {"on" | "off"} front */
  const serve = async ({ url, dataDir, migrationUrl, env }, front) => {
    const log = path.join(dataDir, "server.log");
    const address = { host: "127.0.0.1", port: Number(new URL(url).port), url };
    const way = { ...env, CALLMARK_FRONT: front };
    const server = await startServer({ ...address, build, signal, output: openSync(log, "a"), env: way });
    atEnd(server.stop);
    const files = { DEMO_FILE: path.join(dataDir, "demo.json"), SERVER_LOG: log, BUILD: build };
    return { ...way, MIGRATION_URL: migrationUrl, BASE_URL: url, ...files };
  };
  const next = other && (await serve(other, "off"));
  const front = { ...(await serve(own, "on")), EMPTY_DATABASE_URL: empty.serverUrl };
  return { front: { ...front, ...(other && { TWIN_URL: other.url }) }, next };
}

/** @param {string} dataDir @param {Urls} urls @param {Record<string, string>} secrets */
async function placeOf(dataDir, { serverUrl, migrationUrl }, secrets) {
  const url = `http://localhost:${await findFreePort()}`;
  const env = {
    DATABASE_URL: serverUrl,
    DATABASE_WAIT_SECONDS: "600",
    RATE_LIMITS: "off",
    DATA_DIR: dataDir,
    NEXTAUTH_URL: url,
  };
  return { url, dataDir, migrationUrl, env: { ...env, ...secrets } };
}
