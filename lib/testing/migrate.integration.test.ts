import { expect, inject, test } from "vitest";
import { inDatabase } from "@/lib/testing/database-server";
import { migrate } from "@/scripts/database/migrate.mjs";
import { applyMigrations, findPending, readMigrations } from "@/scripts/database/migrations.mjs";
import { connected } from "@/scripts/database/roles.mjs";

const ownerUrl = process.env.MIGRATION_URL ?? "";
const urls = { serverUrl: process.env.DATABASE_URL ?? "", migrationUrl: ownerUrl };
const later = (name: string, sql: string) => ({ name: `99990101000000_${name}`, sql, checksum: name.padEnd(64, "0") });

test("a migrated database needs no migration, with or without the owner's URL", async () => {
  await expect(migrate(urls)).resolves.toBeUndefined();
  await expect(migrate({ ...urls, migrationUrl: undefined })).resolves.toBeUndefined();
});

test("two simultaneous runs apply each migration once", async () => {
  await Promise.all([migrate(urls), migrate(urls), migrate(urls)]);
  const counted = "select count(*)::int as rows, count(distinct migration_name)::int as names from _prisma_migrations";
  const { rows } = await connected(ownerUrl, (client) => client.query(counted));
  expect(rows[0].rows).toBe(rows[0].names);
});

test("a migration edited after it was applied is rejected", async () => {
  const edited = readMigrations().map((migration) => ({ ...migration, checksum: "0".repeat(64) }));
  await expect(connected(ownerUrl, (client) => findPending(client, edited))).rejects.toThrow("was changed after");
});

test("a failed migration leaves nothing behind and can be applied once it is fixed", async () => {
  await connected(ownerUrl, async (client) => {
    const broken = later("broken", "create table half_made (id int); select 1 / 0;");
    await expect(applyMigrations(client, [broken])).rejects.toThrow("division by zero");
    const repaired = later("broken", "create table half_made (id int);");
    expect(await findPending(client, [repaired])).toEqual([repaired]);
    await applyMigrations(client, [repaired]);
    expect(await findPending(client, [repaired])).toEqual([]);
  });
});

test("a plain dump that another role restored is refused with what to do", async () => {
  const { adminUrl, owner } = inject("databaseTemplate");
  const asAdmin = (sql: string) =>
    connected(inDatabase(adminUrl, new URL(ownerUrl).pathname.slice(1)), (client) => client.query(sql));
  await asAdmin("alter table company owner to current_user");
  await expect(migrate(urls)).rejects.toThrow(/belong to postgres, and MIGRATION_URL logs in as .*npm run restore/);
  await asAdmin(`alter table company owner to ${owner}`);
  await migrate(urls);
});

test("a wrong password is told in a sentence", async () => {
  const wrong = new URL(urls.serverUrl);
  wrong.password = "wrong";
  await expect(migrate({ serverUrl: wrong.toString() })).rejects.toThrow(
    /^Cannot connect to .*: the password is wrong\./,
  );
});
