import { Failure } from "../setup/failure.mjs";
import { messageOf } from "../setup/reason.mjs";
import { applyMigrations, findPending, readMigrations } from "./migrations.mjs";
import { installQueue, isQueueInstalled } from "./queue-schema.mjs";
import { APP_ROLE, connected } from "./roles.mjs";

/**
 * @import { Client } from "pg"
 * @import { Migration } from "./migrations.mjs"
 * @typedef {{ name: string, admitted: boolean }} Server
 */

/** The lock key of Prisma's own migration commands. */
const PRISMA_LOCK = 72707369;

const SERVER_READY = `
  select current_user as name,
    to_regrole($1) is not null and pg_has_role(current_user, to_regrole($1), 'member') as admitted`;

const FOREIGN_TABLES = `
  select current_user as name, coalesce(array_agg(distinct t.relowner::regrole::text), '{}') as owners from pg_class t
  where t.relnamespace = 'public'::regnamespace and t.relname in ('company', '_prisma_migrations')
    and not pg_has_role(current_user, t.relowner, 'usage')`;

/**
 * Migrates the database as its owner and grants the server's role access; a few milliseconds if nothing is pending.
 * Without a `migrationUrl` it only reports pending migrations.
 * @param {{ serverUrl: string, migrationUrl?: string | undefined, log?: (line: string) => void }} options
 */
export async function migrate({ serverUrl, migrationUrl, log = () => {} }) {
  const migrations = readMigrations();
  const server = await connected(serverUrl, async (client) => (await client.query(SERVER_READY, [APP_ROLE])).rows[0]);
  if (!migrationUrl) return refuseIfPending(serverUrl, migrations, server);
  await connected(migrationUrl, async (owner) => {
    await refuseForeignTables(owner);
    if (await isUpToDate(owner, migrations, server)) return;
    await owner.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
    await bringUpToDate(owner, { migrations, migrationUrl, log });
    await admit(owner, server.name);
  });
}

/**
 * A plain dump that another role restored leaves that role as the owner.
 * @param {Client} owner
 */
async function refuseForeignTables(owner) {
  const [{ owners, name }] = (await owner.query(FOREIGN_TABLES)).rows;
  if (owners.length === 0) return;
  throw new Failure(
    `The tables belong to ${owners.join(", ")}, and MIGRATION_URL logs in as ${name}: restore the dump as ${name}, or use npm run restore with a backup of npm run backup, which knows whose they are.`,
  );
}

/**
 * @param {Client} owner
 * @param {Migration[]} migrations
 * @param {Server} server
 */
async function isUpToDate(owner, migrations, server) {
  if (!server.admitted || (await findPending(owner, migrations)).length > 0) return false;
  return isQueueInstalled(owner);
}

/**
 * @param {Client} owner
 * @param {{ migrations: Migration[], migrationUrl: string, log: (line: string) => void }} options
 */
async function bringUpToDate(owner, { migrations, migrationUrl, log }) {
  const pending = await findPending(owner, migrations);
  const last = pending.at(-1);
  if (last) log(`Applying ${pending.length === 1 ? "migration" : `${pending.length} migrations, up to`} ${last.name}`);
  await applyMigrations(owner, pending);
  if (!(await isQueueInstalled(owner))) await installQueue(owner, migrationUrl);
}

/**
 * @param {Client} owner
 * @param {string} name
 */
async function admit(owner, name) {
  const { rows } = await owner.query("select pg_has_role($1, $2, 'member') as admitted", [name, APP_ROLE]);
  if (rows[0].admitted) return;
  try {
    await owner.query(`grant ${APP_ROLE} to ${owner.escapeIdentifier(name)}`);
  } catch (error) {
    throw new Failure(
      `Ask an administrator of the database to run: grant ${APP_ROLE} to ${name}; (${messageOf(error)})`,
    );
  }
}

/**
 * @param {string} serverUrl
 * @param {Migration[]} migrations
 * @param {Server} server
 */
async function refuseIfPending(serverUrl, migrations, server) {
  const pending = await connected(serverUrl, (client) => findPending(client, migrations));
  if (pending.length === 0 && server.admitted) return;
  throw new Failure(
    `The database needs ${pending.length || "no"} migration(s), the first is ${pending[0]?.name ?? "-"}: set MIGRATION_URL to its owner's address, DATABASE_URL stays the server's.`,
  );
}
