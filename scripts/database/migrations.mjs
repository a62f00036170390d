import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "../setup/failure.mjs";
import { inRoot } from "../setup/paths.mjs";
import { codeOf, messageOf } from "../setup/reason.mjs";
import { APP_ROLE } from "./roles.mjs";

/**
 * @import { ClientBase } from "pg"
 * @typedef {{ name: string, sql: string, checksum: string }} Migration
 */

const TABLE_MISSING = "42P01";
const NOT_ALLOWED = "42501";

const HISTORY = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

/** @returns {Migration[]} */
export function readMigrations(dir = inRoot("prisma/migrations")) {
  const names = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(dir, name, "migration.sql"));
      return { name, sql: sql.toString(), checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Migrations that this database lacks. Throws if an applied one was edited since, or failed.
 * @param {ClientBase} client
 * @param {Migration[]} migrations
 */
export async function findPending(client, migrations) {
  const applied = await readHistory(client);
  for (const { migration_name, finished_at } of applied) {
    if (!finished_at) throw new Failure(`Migration ${migration_name} failed half-way: see "prisma migrate resolve".`);
  }
  const checksums = new Map(applied.map((row) => [row.migration_name, row.checksum]));
  for (const { name, checksum } of migrations) {
    if (checksums.has(name) && checksums.get(name) !== checksum) {
      throw new Failure(
        `Migration ${name} was changed after this database had applied it: restore it and add another.`,
      );
    }
  }
  return migrations.filter(({ name }) => !checksums.has(name));
}

/**
 * @param {ClientBase} client
 * @returns {Promise<{ migration_name: string, checksum: string, finished_at: Date | null }[]>}
 */
async function readHistory(client) {
  try {
    const text = "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null";
    return (await client.query(text)).rows;
  } catch (error) {
    if (codeOf(error) === TABLE_MISSING || codeOf(error) === NOT_ALLOWED) return [];
    throw error;
  }
}

/**
 * Applies each migration in its own transaction and records it like Prisma.
 * @param {ClientBase} client
 * @param {Migration[]} migrations
 */
export async function applyMigrations(client, migrations) {
  await client.query(HISTORY);
  for (const { name, sql, checksum } of migrations) {
    await client.query("begin");
    try {
      await client.query(sql);
      await client.query(
        `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
         values ($1, $2, $3, clock_timestamp(), 1)`,
        [randomUUID(), checksum, name],
      );
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw new Failure(`Migration ${name} failed, and left nothing behind: ${messageOf(error)}`);
    }
  }
  await client.query(`grant select on _prisma_migrations to ${APP_ROLE}`);
}
