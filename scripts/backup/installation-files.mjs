import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** @typedef {Map<string, Buffer>} Files By their names in the data directory. */

/** The secrets of the server by the names of their files in the data directory. */
export const SECRET_FILES = { NEXTAUTH_SECRET: "secret", CALLMARK_HASH_KEY: "hash-key" };

const HEADS = "ledger-heads";
const SINGLE = ["demo.json", ...Object.values(SECRET_FILES)];
const HEAD_FILE = /^ledger-heads\/[\w.-]+\.jsonl$/;

/** @param {string} name */
export const isInstallationFile = (name) => SINGLE.includes(name) || HEAD_FILE.test(name);

/**
 * What belongs to the database outside of it: the exported links of the ledgers, the secrets and the demo's log-ins.
 * @param {string} dataDir
 * @returns {Files}
 */
export function readInstallationFiles(dataDir) {
  const heads = path.join(dataDir, HEADS);
  const links = existsSync(heads) ? readdirSync(heads).map((name) => `${HEADS}/${name}`) : [];
  const names = [...links.filter(isInstallationFile), ...SINGLE.filter((name) => existsSync(path.join(dataDir, name)))];
  return new Map(names.map((name) => [name, readFileSync(path.join(dataDir, name))]));
}

/**
 * @param {string} dir
 * @param {Files} files
 */
export function writeInstallationFiles(dir, files) {
  for (const [name, content] of files) {
    const file = path.join(dir, name);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, content, { mode: 0o600 });
  }
}

/**
 * Keeps what is there under other names.
 * @param {string} dataDir
 * @param {Date} now
 */
export function moveAside(dataDir, now) {
  const ending = `before-${now.toISOString().replaceAll(":", "-")}`;
  for (const name of [HEADS, ...SINGLE]) {
    const place = path.join(dataDir, name);
    if (existsSync(place)) renameSync(place, `${place}.${ending}`);
  }
}
