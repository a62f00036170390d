import { makeWorkerUtils, type WorkerUtils } from "graphile-worker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Presence } from "./presence";

const SOON = { timeout: 30_000, interval: 50 };

let utils: WorkerUtils;
let presence: Presence;
beforeEach(async () => {
  utils = await makeWorkerUtils({ connectionString: process.env.DATABASE_URL });
  presence = await Presence.open();
});
afterEach(async () => {
  await presence.close();
  await utils.release();
});

/** A job that a pool took at that time. */
async function givenLockedJob(pool: string, ago = "1 minute"): Promise<string> {
  const { id } = await utils.addJob("erase_old_calls", {});
  await utils.withPgClient((client) =>
    client.query(
      "update graphile_worker._private_jobs set locked_by = $2, locked_at = now() - $3::interval where id = $1",
      [id, pool, ago],
    ),
  );
  return id;
}

async function lockOf(id: string): Promise<string | null> {
  const text = "select locked_by from graphile_worker._private_jobs where id = $1";
  const { rows } = await utils.withPgClient((client) => client.query<{ locked_by: string | null }>(text, [id]));
  return rows[0]?.locked_by ?? null;
}

/** The sessions that hold pools. */
async function holders(): Promise<number[]> {
  const text = "select pid from pg_locks where locktype = 'advisory' and objsubid = 2 and granted";
  const { rows } = await utils.withPgClient((client) => client.query<{ pid: number }>(text));
  return rows.map(({ pid }) => pid);
}

test("jobs of a killed process are given back; those of a living one, and new ones, stay", async () => {
  await presence.hold("pool-living");
  const [dead, living, fresh] = [
    await givenLockedJob("pool-dead"),
    await givenLockedJob("pool-living"),
    await givenLockedJob("pool-unknown", "1 second"),
  ];
  const other = await Presence.open();
  await other.releaseDead();
  await other.close();
  expect([await lockOf(dead), await lockOf(living), await lockOf(fresh)]).toEqual([
    null,
    "pool-living",
    "pool-unknown",
  ]);
});

test("a pool whose connection was cut is alive again soon, and one that ended is not", async () => {
  await presence.hold("pool-cut");
  const id = await givenLockedJob("pool-cut");
  const before = await holders();
  await utils.withPgClient((client) => client.query("select pg_terminate_backend(unnest($1::int[]))", [before]));
  await expect.poll(async () => (await holders()).filter((pid) => !before.includes(pid)).length, SOON).toBe(1);
  const other = await Presence.open();
  await other.releaseDead();
  expect(await lockOf(id)).toBe("pool-cut");
  await presence.letGo("pool-cut");
  await other.releaseDead();
  expect(await lockOf(id)).toBe(null);
  await other.close();
});
