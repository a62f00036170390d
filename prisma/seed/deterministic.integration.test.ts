import { randomBytes } from "node:crypto";
import { afterAll, expect, inject, test, vi } from "vitest";
import { inDatabase } from "@/lib/testing/database-server";
import { connected } from "@/scripts/database/roles.mjs";

const now = new Date("2026-11-23T17:00:00Z");
const { adminUrl, ownerUrl, serverUrl, owner, prefix } = inject("databaseTemplate");
const second = `${prefix}_${randomBytes(6).toString("hex")}`;

const TABLES = [
  "call",
  "call_person",
  "call_change",
  "change_note",
  "update_event",
  "entry",
  "balance",
  "rollup",
  "terms",
  "rule_set",
  "evaluation",
  "inbox",
  "period",
  "document",
  "allocation",
  "billing_profile",
  "ledger_fact",
  "cap",
  "cap_usage",
];
/** Columns with random uuids or seals over them, and columns set by the clock of the database or machine. */
const OWN = "'{uuid,changes_digest,digest,previous_digest,created_at,payload,conversion_update,duration_ms}'";

/** Seeds a company into a database in a separate process, and returns every row. */
async function seededRows(database: string): Promise<Record<string, string[]>> {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", inDatabase(serverUrl, database));
  for (const name of Object.keys(globalThis)) if (name.startsWith("callmark")) Reflect.deleteProperty(globalThis, name);
  const { seedCompany } = await import("./seed-demo");
  const { NORTHLIGHT } = await import("./networks/northlight");
  const { prisma } = await import("@/lib/platform/sql/prisma");
  await seedCompany(NORTHLIGHT, now, "http://localhost:3000");
  await prisma().$disconnect();
  return connected(inDatabase(serverUrl, database), async (client) => {
    await client.query("begin");
    await client.query("select set_company(id) from company");
    const rows: Record<string, string[]> = {};
    for (const table of TABLES) {
      const sql = `select (to_jsonb(t) - ${OWN}::text[])::text as row from ${table} t order by 1`;
      rows[table] = (await client.query<{ row: string }>(sql)).rows.map(({ row }) => row);
    }
    return rows;
  });
}

afterAll(() => connected(adminUrl, (client) => client.query(`drop database ${second} with (force)`)));

test("two databases seeded on the same day have the same rows, including sealed facts", async () => {
  await connected(adminUrl, (client) => client.query(`create database ${second} template ${prefix} owner ${owner}`));
  const { pathname } = new URL(process.env.DATABASE_URL ?? ownerUrl);
  const one = await seededRows(pathname.slice(1));
  const other = await seededRows(second);
  expect(one.call?.length).toBeGreaterThan(100);
  expect(one.rollup?.length).toBeGreaterThan(20);
  expect(other).toEqual(one);
});
