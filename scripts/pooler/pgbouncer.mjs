import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findAccount } from "../database/account.mjs";
import { answers, findFreePort } from "../database/ports.mjs";
import { Failure } from "../setup/failure.mjs";
import { start } from "../setup/run.mjs";

const PLACES = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"];
const INSTALL_MS = 120_000;
const START_MS = 20_000;

/** From this version on it keeps prepared statements in transaction mode. */
const KEEPS_PREPARED = 1.21;

/**
 * PgBouncer's program, installed if this machine allows it; null if there is none.
 * @returns {string | null}
 */
export function findPgBouncer() {
  return installed() ?? installedByApt();
}

const installed = () => PLACES.find((file) => existsSync(file)) ?? null;

function installedByApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const command = "apt-get update && apt-get install -y --no-install-recommends pgbouncer";
  spawnSync("sh", ["-c", command], { stdio: "ignore", env, timeout: INSTALL_MS });
  return installed();
}

/**
 * Starts it in transaction mode in front of a database, as docs/operations.md describes.
 * @param {string} program
 * @param {string} databaseUrl
 */
export async function startPgBouncer(program, databaseUrl) {
  const keepsPrepared = versionOf(program) >= KEEPS_PREPARED;
  const port = await findFreePort();
  const account = findAccount();
  const dir = mkdtempSync(path.join(os.tmpdir(), "callmark-pgbouncer-"));
  const file = path.join(dir, "pgbouncer.ini");
  writeFileSync(file, configuration(new URL(databaseUrl), port, keepsPrepared), { mode: 0o600 });
  chmodSync(dir, 0o711);
  if (account) chownSync(file, account.uid, account.gid);
  const pooler = start(program, [file], { stdio: "ignore", ...account });
  const end = async () => {
    await pooler.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  const begun = performance.now();
  while (!(await answers(port))) {
    if (performance.now() - begun > START_MS) {
      await end();
      throw new Failure("PgBouncer did not start.");
    }
    await sleep(20);
  }
  const url = new URL(databaseUrl);
  url.port = String(port);
  return { url: url.href, keepsPrepared, end };
}

/** @param {string} program */
const versionOf = (program) =>
  Number(/PgBouncer (\d+\.\d+)/.exec(execFileSync(program, ["--version"], { encoding: "utf8" }))?.[1] ?? 0);

/**
 * @param {URL} database
 * @param {number} port
 * @param {boolean} keepsPrepared
 */
function configuration({ port: databasePort, pathname, username, password }, port, keepsPrepared) {
  const name = pathname.slice(1);
  return [
    "[databases]",
    `${name} = host=127.0.0.1 port=${databasePort} dbname=${name} user=${username} password=${password} timezone=UTC`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    // For tests: whoever reaches the port has the server's role.
    "auth_type = any",
    "pool_mode = transaction",
    "default_pool_size = 10",
    "ignore_startup_parameters = options,extra_float_digits",
    ...(keepsPrepared ? ["max_prepared_statements = 500"] : []),
    "",
  ].join("\n");
}
