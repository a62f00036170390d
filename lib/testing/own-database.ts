import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { inDatabase } from "@/lib/testing/database-server";
import { connected } from "@/scripts/database/roles.mjs";

const IN_USE = "55006";

// Runs before the test file is loaded, so that all its imports use its own database.
const { adminUrl, ownerUrl, serverUrl, owner, prefix } = inject("databaseTemplate");
const name = `${prefix}_${randomBytes(6).toString("hex")}`;

await connected(adminUrl, (client) => client.query(`create database ${name} template ${prefix} owner ${owner}`));
process.env.DATABASE_URL = inDatabase(serverUrl, name);
process.env.MIGRATION_URL = inDatabase(ownerUrl, name);
// Many simultaneous requests take long on a slow machine, which is no failure.
process.env.DATABASE_WAIT_SECONDS ??= "600";
// Data outside the database is separate per test file too.
const dataDir = path.join(os.tmpdir(), name);
process.env.DATA_DIR = dataDir;
// Tests send more requests than the limits allow.
process.env.RATE_LIMITS ??= "off";
process.env.NEXTAUTH_SECRET ??= randomBytes(16).toString("hex");
process.env.CALLMARK_HASH_KEY ??= randomBytes(16).toString("hex");

// A database that a pool still uses is dropped at the end of the run, or with the server.
afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
  await connected(adminUrl, (client) => client.query(`drop database ${name}`)).catch((error: { code?: string }) => {
    if (error.code !== IN_USE) throw error;
  });
});
