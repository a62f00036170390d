import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { from as copyFrom } from "pg-copy-streams";
import { applyMigrations, readMigrations } from "../database/migrations.mjs";
import { connected } from "../database/roles.mjs";
import { Failure } from "../setup/failure.mjs";
import {
  isInstallationFile,
  moveAside,
  readInstallationFiles,
  SECRET_FILES,
  writeInstallationFiles,
} from "./installation-files.mjs";
import { readManifest, tableFile } from "./manifest.mjs";
import { listTables, quoted } from "./tables.mjs";

/**
 * @import { ClientBase } from "pg"
 * @import { Files } from "./installation-files.mjs"
 * @import { CopiedTable, Manifest } from "./manifest.mjs"
 * @import { Table } from "./tables.mjs"
 * @typedef {{ from: string, ownerUrl: string, dataDir: string, replace?: boolean, now: Date }} Options
 */

const SCHEMAS = ["public", "graphile_worker"];

/**
 * Fills the database and the data directory from a backup, with the migrations that the backup had; later ones are still to
 * be applied. Without `replace` both must be empty. Rows are loaded in one transaction: all or none.
 * @param {Options} options
 * @returns {Promise<Manifest>}
 */
export async function restore({ from, ownerUrl, dataDir, replace = false, now }) {
  const manifest = readManifest(from);
  const migrations = migrationsOf(manifest);
  const files = readFiles(from, manifest);
  await refuseDamagedTables(from, manifest);
  refuseOtherKey(files);
  if (!replace) refuseUsedDirectory(dataDir, files);
  await connected(ownerUrl, async (owner) => {
    if (!replace) await refuseFilledDatabase(owner);
    await emptyDatabase(owner);
    await applyMigrations(owner, migrations);
    await loadDatabase(owner, from, manifest);
  });
  if (replace) moveAside(dataDir, now);
  writeInstallationFiles(dataDir, files);
  return manifest;
}

/** @param {Manifest} manifest */
function migrationsOf({ migrations }) {
  const byName = new Map(readMigrations().map((migration) => [migration.name, migration]));
  return migrations.map(({ name, checksum }) => {
    const migration = byName.get(name);
    if (migration?.checksum === checksum) return migration;
    throw new Failure(`The backup has migration ${name}, which this Callmark does not: restore it with a newer one.`);
  });
}

/**
 * @param {string} from
 * @param {Manifest} manifest
 * @returns {Files}
 */
function readFiles(from, manifest) {
  const checked = Object.entries(manifest.files).map(([name, sha256]) => {
    const content = readFileSync(path.join(from, "files", name));
    if (!isInstallationFile(name) || createHash("sha256").update(content).digest("hex") !== sha256)
      throw new Failure(`${name} in the backup is not as it was written: use another copy.`);
    return /** @type {const} */ ([name, content]);
  });
  return new Map(checked);
}

/** A key in the environment precedes the one in the data directory. @param {Files} files */
function refuseOtherKey(files) {
  const { CALLMARK_HASH_KEY: key } = process.env;
  if (!key || files.get(SECRET_FILES.CALLMARK_HASH_KEY)?.toString() === key) return;
  throw new Failure("CALLMARK_HASH_KEY is not the key of this backup: unset it, and the backup's key is used.");
}

/**
 * @param {string} dataDir
 * @param {Files} files
 */
function refuseUsedDirectory(dataDir, files) {
  const present = readInstallationFiles(dataDir);
  const other = [...present].find(([name, content]) => !files.get(name)?.equals(content));
  if (!other) return;
  throw new Failure(
    `${dataDir} has a ${other[0]} of its own. Restore into another DATA_DIR, or with --replace, which moves it aside.`,
  );
}

/** @param {ClientBase} owner */
async function refuseFilledDatabase(owner) {
  const { rows } = await owner.query("select to_regclass('public.company') is not null as exists");
  if (!rows[0].exists) return;
  const { rowCount } = await owner.query("select from company limit 1");
  if (rowCount)
    throw new Failure(
      "The database has companies already. Restore into an empty one, or with --replace, which deletes them.",
    );
}

/** @param {ClientBase} owner */
async function emptyDatabase(owner) {
  await owner.query(
    `${SCHEMAS.map((schema) => `drop schema if exists ${schema} cascade;`).join(" ")}
     create schema public; grant usage on schema public to public;`,
  );
}

/**
 * @param {ClientBase} owner
 * @param {string} from
 * @param {Manifest} manifest
 */
async function loadDatabase(owner, from, manifest) {
  const tables = await listTables(owner);
  const copies = new Map(manifest.tables.map((table) => [table.name, table]));
  const missing = tables.filter(({ name }) => !copies.has(name));
  if (missing.length > 0) throw new Failure(`The backup lacks ${missing.map(({ name }) => name).join(", ")}.`);
  await owner.query(
    "begin; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local statement_timeout = 0",
  );
  for (const table of tables) {
    const copy = /** @type {CopiedTable} */ (copies.get(table.name));
    await loadTable(owner, table, copy, from);
    const sequence = manifest.sequences[table.name];
    if (table.sequence && sequence)
      await owner.query("select setval($1, $2, $3)", [table.sequence, sequence.value, sequence.is_called]);
  }
  // Readers of the change feed may have seen what the backup does not have. Older backups have no feed.
  if (copies.has("feed_head")) await owner.query("select public.renew_feeds()");
  await owner.query("commit");
  await owner.query("analyze");
}

/**
 * PostgreSQL copies into no table whose row-level security binds its owner, so that is suspended in the transaction.
 * @param {ClientBase} owner
 * @param {Table} table
 * @param {CopiedTable} copy
 * @param {string} from
 */
async function loadTable(owner, { name, isWalled }, { columns, rows }, from) {
  const table = quoted([name]);
  if (isWalled) await owner.query(`alter table ${table} no force row level security`);
  const into = owner.query(copyFrom(`copy ${table} (${quoted(columns)}) from stdin`));
  await pipeline(createReadStream(tableFile(from, name)), createGunzip(), into);
  if (isWalled) await owner.query(`alter table ${table} force row level security`);
  if (into.rowCount !== rows) throw new Failure(`Of ${rows} rows of ${name}, ${into.rowCount} were restored.`);
}

/**
 * Checked before anything is touched.
 * @param {string} from
 * @param {Manifest} manifest
 */
async function refuseDamagedTables(from, { tables }) {
  for (const { name, sha256 } of tables) {
    const hash = createHash("sha256").setEncoding("hex");
    const isWhole = await pipeline(createReadStream(tableFile(from, name)), createGunzip(), hash).then(
      () => hash.read() === sha256,
      () => false,
    );
    if (!isWhole) throw new Failure(`${name} in the backup is not as it was written: use another copy.`);
  }
}
