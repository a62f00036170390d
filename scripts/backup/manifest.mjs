import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "../setup/failure.mjs";

/**
 * @typedef {{ name: string, columns: string[], rows: number, sha256: string }} CopiedTable
 * @typedef {{ name: string, checksum: string }} AppliedMigration
 * @typedef {{
 *   format: number, made_at: string, postgresql: string, migrations: AppliedMigration[], tables: CopiedTable[],
 *   sequences: Record<string, { value: string, is_called: boolean }>, files: Record<string, string>,
 * }} Manifest
 */

export const FORMAT = 1;

/** Written last: a directory without it is no backup. */
const NAME = "manifest.json";

/**
 * @param {string} dir
 * @param {Manifest} manifest
 */
export function writeManifest(dir, manifest) {
  writeFileSync(path.join(dir, NAME), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/**
 * @param {string} dir
 * @returns {Manifest}
 */
export function readManifest(dir) {
  const file = path.join(dir, NAME);
  if (!existsSync(file)) throw new Failure(`${dir} is no backup: it has no ${NAME}.`);
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  if (manifest.format !== FORMAT) throw new Failure(`${dir} was made by a newer Callmark: restore it with that one.`);
  return manifest;
}

/** Where the rows of a table are in a backup. @param {string} dir @param {string} table */
export const tableFile = (dir, table) => path.join(dir, "tables", `${table}.copy.gz`);
