import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SECRET_FILES } from "../backup/installation-files.mjs";
import { dataDir } from "./paths.mjs";

/** The secrets of the server: from the environment, otherwise generated once and stored. */
export function readSecrets() {
  return {
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keep(SECRET_FILES.NEXTAUTH_SECRET),
    CALLMARK_HASH_KEY: process.env.CALLMARK_HASH_KEY || keep(SECRET_FILES.CALLMARK_HASH_KEY),
  };
}

/**
 * The same without making any: those that are there, by the names of their files.
 * @returns {Map<string, Buffer>}
 */
export function findSecrets() {
  const found = Object.entries(SECRET_FILES).flatMap(([variable, name]) => {
    const file = path.join(dataDir(), name);
    const secret = process.env[variable] || (existsSync(file) && readFileSync(file, "utf8").trim());
    return secret ? [/** @type {const} */ ([name, Buffer.from(secret)])] : [];
  });
  return new Map(found);
}

/** @param {string} name */
function keep(name) {
  const file = path.join(dataDir(), name);
  if (!existsSync(file)) {
    mkdirSync(dataDir(), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}
