import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** @typedef {{ passwords: Record<string, string>, port?: number, postmaster?: string | null }} Meta */

export const ROLES = { superuser: "postgres", owner: "callmark_owner", server: "callmark_server" };

/** @param {string} home */
const fileIn = (home) => path.join(home, "meta.json");

/**
 * What a cluster stores: its port, the passwords of its roles, and its server process.
 * @param {string} home
 * @returns {Meta}
 */
export function readOrMakeMeta(home) {
  if (existsSync(fileIn(home))) return JSON.parse(readFileSync(fileIn(home), "utf8"));
  const passwords = Object.values(ROLES).map((role) => [role, randomBytes(24).toString("base64url")]);
  return writeMeta(home, { passwords: Object.fromEntries(passwords) });
}

/**
 * @param {string} home
 * @param {Meta} meta
 */
export function writeMeta(home, meta) {
  const unfinished = `${fileIn(home)}.new`;
  writeFileSync(unfinished, JSON.stringify(meta), { mode: 0o600 });
  renameSync(unfinished, fileIn(home));
  return meta;
}
