import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inRoot } from "../setup/paths.mjs";
import { Cluster } from "./cluster.mjs";
import { ROLES } from "./cluster-meta.mjs";
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

test("a server whose starter was killed is joined, and stopped at the end", async () => {
  const other = await joinElsewhere();
  other.kill("SIGKILL");
  await once(other, "exit");
  const cluster = await Cluster.in(dir);
  expect(isRunning(cluster)).toBe(true);
  await cluster.join();
  await connected(cluster.urlFor(ROLES.superuser, "postgres"), (client) => client.query("select 1"));
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
