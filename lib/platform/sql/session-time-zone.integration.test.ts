import pg from "pg";
import { expect, test } from "vitest";
import { connected } from "@/scripts/database/roles.mjs";
import { assertSessionTimeZone } from "./assert-session-time-zone";
import { prisma } from "./prisma";

test("every session uses UTC, whatever the zone of the database server", async () => {
  await connected(process.env.MIGRATION_URL ?? "", async (owner) => {
    const { rows } = await owner.query<{ name: string }>("select current_database() as name");
    await owner.query(`alter database ${rows[0]?.name} set timezone = 'Pacific/Kiritimati'`);
  });
  const noon = new Date("2026-11-23T12:00:00Z");
  const [row] = await prisma().$queryRaw<object[]>`
    select current_setting('timezone') as zone, ${noon}::timestamptz as same, ${noon}::timestamptz::text as written`;
  expect(row).toEqual({ zone: "UTC", same: noon, written: "2026-11-23 12:00:00+00" });
});

test("a server whose pooler dropped the time zone does not start", async () => {
  await expect(assertSessionTimeZone()).resolves.toBeUndefined();
  const pooled = new pg.Pool({ connectionString: process.env.DATABASE_URL, options: "-c timezone=Asia/Tokyo" });
  await expect(assertSessionTimeZone(pooled)).rejects.toThrow("use the time zone Asia/Tokyo. Let the pooler set");
  await pooled.end();
});
