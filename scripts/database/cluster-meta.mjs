import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

export const ROLES = { superuser: "postgres", owner: "callmark_owner", server: "callmark_server" };

const fileIn = (home) => path.join(home, "meta.json");

/** What a cluster stores: its port, the passwords of its roles, and its server process. */
export function readOrMakeMeta(home) {
  if (existsSync(fileIn(home))) return JSON.parse(readFileSync(fileIn(home), "utf8"));
  const passwords = Object.values(ROLES).map((role) => [role, randomBytes(24).toString("base64url")]);
  return writeMeta(home, { passwords: Object.fromEntries(passwords) });
}

export function writeMeta(home, meta) {
  const unfinished = `${fileIn(home)}.new`;
  writeFileSync(unfinished, JSON.stringify(meta), { mode: 0o600 });
  renameSync(unfinished, fileIn(home));
  return meta;
}
