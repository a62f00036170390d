import { mkdtemp, readFile, rm, truncate } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { updateCall } from "@/lib/conversion/update-call";
import { rollUp } from "@/lib/ledger/roll-up";
import { env } from "@/lib/platform/config/env";
import { assertInstallationKey } from "@/lib/platform/sql/assert-installation-key";
import { givenCall } from "@/lib/testing/factories/given-call";
import { givenCompany } from "@/lib/testing/factories/given-company";
import { givenConvertedCall } from "@/lib/testing/factories/given-converted-call";
import { givenPostingIntegration } from "@/lib/testing/factories/given-posting-integration";
import { backUp } from "@/scripts/backup/back-up.mjs";
import type { Manifest } from "@/scripts/backup/manifest.mjs";
import { restore } from "@/scripts/backup/restore.mjs";
import { ROLES } from "@/scripts/database/cluster-meta.mjs";
import { migrate } from "@/scripts/database/migrate.mjs";
import { connected, makeDatabase, makeRoles } from "@/scripts/database/roles.mjs";
import { startThrowAwayCluster } from "@/scripts/database/throw-away-cluster.mjs";
import { run, typeScript } from "@/scripts/setup/run.mjs";

const NAME = "callmark";
const SOON = { timeout: 120_000, interval: 50 };
const SECRETS = () => new Map([["hash-key", Buffer.from(env().CALLMARK_HASH_KEY)]]);

let dir: string;
let cluster: Awaited<ReturnType<typeof startThrowAwayCluster>>;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), "callmark-backup-"));
  cluster = await startThrowAwayCluster();
  await connected(cluster.urlFor(ROLES.superuser, "postgres"), async (client) => {
    await makeRoles(client, cluster.passwords);
    await makeDatabase(client, NAME);
  });
});
afterAll(async () => {
  await cluster.leave();
  await rm(dir, { recursive: true, force: true });
});

const other = () => ({
  serverUrl: cluster.urlFor(ROLES.server, NAME),
  migrationUrl: cluster.urlFor(ROLES.owner, NAME),
  dataDir: path.join(dir, "other"),
});

function backUpTo(name: string, ownerUrl = process.env.MIGRATION_URL ?? "", dataDir = env().DATA_DIR) {
  return backUp({ ownerUrl, to: path.join(dir, name), dataDir, secrets: SECRETS(), madeAt: new Date(0) });
}

function restoreFrom(name: string, replace = false) {
  const { migrationUrl, dataDir } = other();
  return restore({ from: path.join(dir, name), ownerUrl: migrationUrl, dataDir, replace, now: new Date(0) });
}

/** Every row of a backup, in an order that does not depend on where the rows are stored. */
async function rowsIn(name: string, { tables }: Manifest): Promise<Record<string, string[]>> {
  const read = tables.map(async ({ name: table }) => {
    const zipped = await readFile(path.join(dir, name, "tables", `${table}.copy.gz`));
    return [table, gunzipSync(zipped).toString().split("\n").sort()] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** The last column of each row. */
function epochsIn(rows: readonly string[] = []): string[] {
  return rows.flatMap((row) => row.split("\t").slice(2));
}

/** Two companies that convert calls and post them to the ledger until `stop()`. */
async function givenBusyCompanies() {
  const { ctx } = await givenCompany();
  const { ctx: second } = await givenConvertedCall();
  await givenPostingIntegration(ctx);
  await assertInstallationKey();
  let isOver = false;
  const work = async () => {
    for (let count = 0; !isOver; count += 1) {
      const call = await givenCall(ctx);
      await updateCall(ctx, { id: call.id }, { buyer_converted: true });
      await givenConvertedCall({ ctx: second });
      if (count % 5 === 0) await Promise.all([rollUp(ctx), rollUp(second)]);
    }
  };
  const working = Promise.all([work(), work()]);
  return {
    stop: async () => {
      isOver = true;
      await working;
    },
  };
}

test("a backup under load, restored on another server, has every row and proves", async () => {
  const busy = await givenBusyCompanies();
  let manifest: Manifest;
  try {
    await expect.poll(countCalls, SOON).toBeGreaterThan(20);
    manifest = await backUpTo("first");
  } finally {
    await busy.stop();
  }
  expect(manifest.tables.find(({ name }) => name === "webhook_secret")?.rows).toBe(1);
  expect(await countCalls()).toBeGreaterThan(manifest.tables.find(({ name }) => name === "call")?.rows ?? 0);

  await restoreFrom("first");
  const { serverUrl, migrationUrl, dataDir } = other();
  await migrate({ serverUrl, migrationUrl });
  const again = await backUpTo("again", migrationUrl, dataDir);
  const [{ feed_head: heads, ...restored }, { feed_head: headsBefore, ...saved }] = [
    await rowsIn("again", again),
    await rowsIn("first", manifest),
  ];
  expect(restored).toEqual(saved);
  // Readers of the change feed may have seen changes that the backup does not have.
  const [epochs, epochsBefore] = [epochsIn(heads), epochsIn(headsBefore)];
  expect(epochs).toHaveLength(2);
  expect(epochs.filter((epoch) => epochsBefore.includes(epoch))).toEqual([]);
  expect(again.sequences).toEqual(manifest.sequences);

  const proof = { DATABASE_URL: serverUrl, DATA_DIR: dataDir, MIGRATION_URL: undefined };
  const proved = await run(process.execPath, typeScript("scripts/prove-restored.ts"), { env: proof, capture: true });
  expect(proved.output).toContain("opens all 1 webhook secrets");
  expect(proved.output.match(/the books hold/g)).toHaveLength(2);
  const withOtherKey = { ...proof, CALLMARK_HASH_KEY: "another key of the installation" };
  await expect(
    run(process.execPath, typeScript("scripts/prove-restored.ts"), { env: withOtherKey, capture: true }),
  ).rejects.toThrow("CALLMARK_HASH_KEY is not the key that this database was filled with");
});

test("what is there is not overwritten unless told, and a damaged backup touches nothing", async () => {
  await expect(restoreFrom("first")).rejects.toThrow("The database has companies already");
  await backUpTo("damaged");
  await truncate(path.join(dir, "damaged/tables/call.copy.gz"), 100);
  await expect(restoreFrom("damaged", true)).rejects.toThrow("call in the backup is not as it was written");
  const { migrationUrl, dataDir } = other();
  const again = await backUpTo("untouched", migrationUrl, dataDir);
  await restoreFrom("untouched", true);
  expect(again.tables.find(({ name }) => name === "company")?.rows).toBe(2);
});

async function countCalls(): Promise<number> {
  const count = (client: { query: (text: string) => Promise<{ rows: { calls: number }[] }> }) =>
    client.query(
      "select coalesce(sum(last_value), 0)::int as calls from pg_sequences where sequencename = 'call_id_seq'",
    );
  const { rows } = await connected(process.env.MIGRATION_URL ?? "", count);
  return rows[0]?.calls ?? 0;
}
