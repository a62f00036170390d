import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import sqlite from "node-sqlite3-wasm";
import { expect, onTestFinished, test } from "vitest";
import type { Call } from "@/lib/call/contract/call";
import { Feed } from "@/lib/call/contract/feed";
import { SteadyClient } from "@/lib/testing/faults/steady-client";
import { run, start } from "@/scripts/setup/run.mjs";
import { ask, read } from "./support/ask";
import { keyOf, tokenOf } from "./support/credentials";
import { baseUrl, demo } from "./support/demo";
import { callOf, type GivenCall, givenCall } from "./support/given-call";

const CALLS = 6;
const UPDATES = 20;
const SOON = { timeout: 120_000, interval: 100 };

test("the example mirrors a company into SQLite, is killed meanwhile, and ends with what the API answers", async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), "callmark-mirror-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const file = path.join(dir, "calls.db");
  const program = ["docs/examples/mirror.mjs", file];
  const env = { CALLMARK_URL: baseUrl, CALLMARK_KEY: demo.api_key.secret };
  const calls = await givenCalls();
  const clients = calls.map((call) => new SteadyClient(`${baseUrl}/api/v1/secure/${demo.secure_token}`, call));
  const running = Promise.all(clients.map((client) => client.run()));
  const acknowledged = () => Math.min(...clients.map((client) => client.acknowledged));

  const mirror = start(process.execPath, program, { env, stdio: "ignore" });
  await expect.poll(acknowledged, SOON).toBeGreaterThan(UPDATES);
  mirror.process.kill("SIGKILL");
  await mirror.ended;
  await expect.poll(acknowledged, SOON).toBeGreaterThan(2 * UPDATES);
  for (const client of clients) client.stop();
  await running;
  await run(process.execPath, [...program, "--once"], { env, capture: true });

  const mirrored = mirroredCalls(file);
  for (const { id } of calls) {
    const { buyer_decision: mirroredDecision, ...call } = mirrored.get(id) ?? {};
    const { buyer_decision, over_cap, ...stored } = await callOf(demo, id);
    expect(call).toEqual(stored);
    expect(mirroredDecision).toEqual(buyer_decision && { ...buyer_decision, by: null });
  }
});

test("a page is the same again, and only API keys read the feed", async () => {
  const query = { per_page: "5" };
  const page = () => ask("GET", "/api/v1/changes", { headers: keyOf(demo), query });
  const [first, again] = [read(Feed, await page()), read(Feed, await page())];
  expect(first.changes).toHaveLength(5);
  expect(again.changes).toEqual(first.changes);
  const without = await ask("GET", "/api/v1/changes", { headers: keyOf(demo), query: { ...query, calls: "false" } });
  expect(without.body).not.toHaveProperty("calls");
  const invalid = await ask("GET", "/api/v1/changes", { headers: keyOf(demo), query: { cursor: "1" } });
  expect(invalid).toMatchObject({ status: 422, body: { errors: { cursor: expect.any(String) } } });
  expect((await ask("GET", "/api/v1/changes", { headers: tokenOf(demo) })).status).toBe(401);
});

async function givenCalls(): Promise<GivenCall[]> {
  const calls: GivenCall[] = [];
  for (let count = 0; count < CALLS; count += 1) calls.push(await givenCall(demo, { tokens: { zip: "80202" } }));
  return calls;
}

function mirroredCalls(file: string): ReadonlyMap<number, Partial<Call>> {
  const db = new sqlite.Database(file);
  const rows = db.all("select id, everything from call");
  db.close();
  return new Map(rows.map(({ id, everything }) => [Number(id), JSON.parse(String(everything))]));
}
