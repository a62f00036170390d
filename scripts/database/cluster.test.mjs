import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inRoot } from "../setup/paths.mjs";
import { pidOf } from "../setup/process-identity.mjs";
import { Cluster } from "./cluster.mjs";
import { ROLES } from "./cluster-meta.mjs";
import { keepUp } from "./keep-up.mjs";
import { connected } from "./roles.mjs";

/** @type {string} */
let dir;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), "callmark-cluster-"));
  chmodSync(dir, 0o711);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** @param {Cluster} cluster */
const isRunning = (cluster) => cluster.postgres.identity() !== null;

const SOON = { timeout: 30_000, interval: 50 };
/** @param {Cluster} cluster */
const ask = (cluster) => connected(cluster.urlFor(ROLES.superuser, "postgres"), (client) => client.query("select 1"));

/** @param {Cluster} cluster */
const killServer = (cluster) => process.kill(pidOf(cluster.postgres.identity() ?? ""), "SIGKILL");

/** Another process that has joined the cluster; it leaves when its standard input ends. */
async function joinElsewhere() {
  const code = `
    import { Cluster } from ${JSON.stringify(inRoot("scripts/database/cluster.mjs"))};
    const cluster = await (await Cluster.in(${JSON.stringify(dir)})).join();
    console.log("joined");
    process.stdin.on("end", () => cluster.leave()).resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

test("the last process to leave stops the server, whoever started it", async () => {
  const other = await joinElsewhere();
  const cluster = await (await Cluster.in(dir)).join();
  other.stdin.end();
  await once(other, "exit");
  expect(isRunning(cluster)).toBe(true);
  await cluster.leave();
  expect(isRunning(cluster)).toBe(false);
});

test("a server whose starter was killed stops", async () => {
  const other = await joinElsewhere();
  other.kill("SIGKILL");
  await once(other, "exit");
  const cluster = await Cluster.in(dir);
  await expect.poll(() => isRunning(cluster), SOON).toBe(false);
});

test("a server whose starter was killed runs on for another that has joined, and stops at its end", async () => {
  const other = await joinElsewhere();
  const cluster = await (await Cluster.in(dir)).join();
  other.kill("SIGKILL");
  await once(other, "exit");
  await ask(cluster);
  await cluster.leave();
  expect(isRunning(cluster)).toBe(false);
});

test("two simultaneous starts share one server", async () => {
  const [other, cluster] = await Promise.all([joinElsewhere(), Cluster.in(dir).then((joined) => joined.join())]);
  await cluster.leave();
  expect(isRunning(cluster)).toBe(true);
  other.stdin.end();
  await once(other, "exit");
  expect(isRunning(cluster)).toBe(false);
});

test("a server that is killed is running again within ten seconds on its port, and its cause is told", async () => {
  const cluster = await (await Cluster.in(dir)).join();
  /** @type {string[]} */
  const lines = [];
  const stop = keepUp(cluster, { log: (line) => lines.push(line) });
  try {
    const begun = performance.now();
    killServer(cluster);
    await expect.poll(() => lines, SOON).toEqual(["PostgreSQL was killed. It is running again."]);
    expect(performance.now() - begun).toBeLessThan(10_000);
    await ask(cluster);
    await cluster.postgres.stop();
    await expect
      .poll(() => lines.slice(1), SOON)
      .toEqual(["PostgreSQL ended: received fast shutdown request. It is running again."]);
    await ask(cluster);
  } finally {
    await stop();
    await cluster.leave();
  }
  expect(isRunning(cluster)).toBe(false);
});
