import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataDir } from "./paths.mjs";

/** The secrets of the server: from the environment, otherwise generated once and stored. */
export function readSecrets() {
  return {
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keep("secret"),
    CALLMARK_HASH_KEY: process.env.CALLMARK_HASH_KEY || keep("hash-key"),
  };
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
