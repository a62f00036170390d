import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { givenDatabaseProxy } from "@/lib/testing/given-database-proxy";
import { serveLive, serveReady } from "./serve-health";

const proxy = await givenDatabaseProxy();
afterEach(() => proxy.comeBack());

const WITHIN = { timeout: 20_000, interval: 50 };

async function readiness() {
  const response = await serveReady();
  return [response.status, await response.json()];
}

async function asOwner(statement: string) {
  const client = new pg.Client({ connectionString: process.env.MIGRATION_URL });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

test("a server with a migrated database is ready", async () => {
  expect(await readiness()).toEqual([200, { ready: true }]);
});

test("while the database is away the server is live but not ready, and it is ready again by itself", async () => {
  proxy.breakAll();
  proxy.goDownWithCut();
  await expect.poll(readiness, WITHIN).toEqual([503, { ready: false, reason: "The database does not answer." }]);
  expect((await serveLive()).status).toBe(200);
  proxy.comeBack();
  await expect.poll(readiness, WITHIN).toEqual([200, { ready: true }]);
});

test("a server that is newer than its database is not ready, and names the migration", async () => {
  const name = "20261129142000_metrics";
  await asOwner(`update _prisma_migrations set rolled_back_at = now() where migration_name = '${name}'`);
  const reason = `The database lacks the migration ${name}.`;
  await expect.poll(readiness, WITHIN).toEqual([503, { ready: false, reason }]);
  await asOwner(`update _prisma_migrations set rolled_back_at = null where migration_name = '${name}'`);
  await expect.poll(readiness, WITHIN).toEqual([200, { ready: true }]);
});
