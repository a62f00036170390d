import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { to as copyTo } from "pg-copy-streams";
import { keyFingerprint } from "../../lib/platform/config/key-fingerprint.mjs";
import { connected } from "../database/roles.mjs";
import { Failure } from "../setup/failure.mjs";
import { readInstallationFiles, SECRET_FILES, writeInstallationFiles } from "./installation-files.mjs";
import { FORMAT, tableFile, writeManifest } from "./manifest.mjs";
import { listTables, quoted } from "./tables.mjs";

/**
 * @import { ClientBase } from "pg"
 * @import { Files } from "./installation-files.mjs"
 * @import { AppliedMigration, CopiedTable, Manifest } from "./manifest.mjs"
 * @import { Table } from "./tables.mjs"
 */

const BEGIN = `begin isolation level repeatable read read only; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/**
 * Copies the database as it is at one moment, and the files that belong to it, into a new directory, while servers run. Reads
 * as the owner of the tables, one company at a time, since row-level security shows the owner no more.
 * @param {{ ownerUrl: string, to: string, dataDir: string, secrets: Files, madeAt: Date }} options
 * @returns {Promise<Manifest>}
 */
export async function backUp({ ownerUrl, to, dataDir, secrets, madeAt }) {
  if (existsSync(to)) throw new Failure(`${to} exists: name a directory that does not.`);
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(path.join(unfinished, "tables"), { recursive: true, mode: 0o700 });
  try {
    // The exported links of the ledgers come first, so that the chain in the database has them all.
    const files = new Map([...readInstallationFiles(dataDir), ...secrets]);
    writeInstallationFiles(path.join(unfinished, "files"), files);
    const database = await connected(ownerUrl, (client) => copyDatabase(client, unfinished, secrets));
    const manifest = { format: FORMAT, made_at: madeAt.toISOString(), ...database, files: digestsOf(files) };
    writeManifest(unfinished, manifest);
    renameSync(unfinished, to);
    return manifest;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {Files} files
 * @returns {Record<string, string>}
 */
const digestsOf = (files) =>
  Object.fromEntries([...files].map(([name, content]) => [name, createHash("sha256").update(content).digest("hex")]));

/**
 * @param {ClientBase} client
 * @param {string} dir
 * @param {Files} secrets
 */
async function copyDatabase(client, dir, secrets) {
  await client.query(BEGIN);
  await refuseOtherKey(client, secrets);
  const tables = await listTables(client);
  const companies = (await client.query("select id from company order by id")).rows.map(({ id }) => String(id));
  /** @type {CopiedTable[]} */
  const copied = [];
  for (const table of tables) copied.push(await copyTable(client, table, companies, tableFile(dir, table.name)));
  const migrations = await client.query(
    "select migration_name as name, checksum from _prisma_migrations where rolled_back_at is null order by 1",
  );
  const [version] = (await client.query("show server_version")).rows;
  return {
    postgresql: String(version.server_version),
    migrations: /** @type {AppliedMigration[]} */ (migrations.rows),
    tables: copied,
    // Sequences know no snapshot; read last, they are past every id that was copied.
    sequences: await readSequences(client, tables),
  };
}

/**
 * A backup with another key than the server's would be of little use.
 * @param {ClientBase} client
 * @param {Files} secrets
 */
async function refuseOtherKey(client, secrets) {
  const [installation] = (await client.query("select key_fingerprint from installation")).rows;
  const key = secrets.get(SECRET_FILES.CALLMARK_HASH_KEY)?.toString() ?? "";
  if (installation && installation.key_fingerprint !== keyFingerprint(key))
    throw new Failure("CALLMARK_HASH_KEY is not the key of this database: set it, or DATA_DIR, as the server has it.");
}

/**
 * @param {ClientBase} client
 * @param {Table} table
 * @param {string[]} companies
 * @param {string} file
 * @returns {Promise<CopiedTable>}
 */
async function copyTable(client, { name, columns, isWalled, isCopied }, companies, file) {
  const copy = `copy (select ${quoted(columns)} from ${quoted([name])} where ${isCopied}) to stdout`;
  const hash = createHash("sha256");
  let rows = 0;
  const read = async function* () {
    for (const company of isWalled ? companies : [null]) {
      if (company !== null) await client.query("select set_company($1)", [company]);
      const stream = client.query(copyTo(copy));
      for await (const chunk of stream) {
        hash.update(chunk);
        yield chunk;
      }
      rows += stream.rowCount;
    }
  };
  await pipeline(Readable.from(read()), createGzip({ level: 1 }), createWriteStream(file, { mode: 0o600 }));
  return { name, columns, rows, sha256: hash.digest("hex") };
}

/**
 * @param {ClientBase} client
 * @param {Table[]} tables
 */
async function readSequences(client, tables) {
  /** @type {Manifest["sequences"]} */
  const sequences = {};
  for (const { name, sequence } of tables) {
    if (sequence === null) continue;
    const [row] = (await client.query(`select last_value::text as value, is_called from ${sequence}`)).rows;
    sequences[name] = row;
  }
  return sequences;
}
