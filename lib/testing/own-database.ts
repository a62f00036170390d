import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { inDatabase } from "@/lib/testing/database-server";
import { connected } from "@/scripts/database/roles.mjs";

const IN_USE = "55006";

// Runs before the test file is loaded, so that all its imports see its own database.
const { adminUrl, ownerUrl, serverUrl, owner, prefix } = inject("databaseTemplate");
const name = `${prefix}_${randomBytes(6).toString("hex")}`;

await connected(adminUrl, (client) => client.query(`create database ${name} template ${prefix} owner ${owner}`));
process.env.DATABASE_URL = inDatabase(serverUrl, name);
process.env.MIGRATION_URL = inDatabase(ownerUrl, name);
// What many ask for at once takes its time on a slow machine, and is no failure there.
process.env.DATABASE_WAIT_SECONDS ??= "600";
// Data outside the database is per test file, too.
const dataDir = path.join(os.tmpdir(), name);
process.env.DATA_DIR = dataDir;
// Tests ask more often than anybody else.
process.env.RATE_LIMITS ??= "off";
process.env.NEXTAUTH_SECRET ??= randomBytes(16).toString("hex");
process.env.CALLMARK_HASH_KEY ??= randomBytes(16).toString("hex");

// A database still in use by a pool is dropped with the server, or at the end of the run.
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await connected(adminUrl, (client) => client.query(`drop database ${name}`)).catch((error: { code?: string }) => {
    if (error.code !== IN_USE) throw error;
  });
});
