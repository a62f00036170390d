import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { migrate } from "../database/migrate.mjs";
import { isPublic, readAddress } from "./address.mjs";
import { Failure } from "./failure.mjs";
import { dataDir } from "./paths.mjs";
import { run, typeScript } from "./run.mjs";

/**
 * @import { Database } from "../database/application-database.mjs"
 * @import { Environment } from "./run.mjs"
 * @import { Demo } from "./welcome.mjs"
 */

/**
 * Seeds the demo on the first start: in the embedded database unless SEED_DEMO=0, in another one, or where others than
 * this machine reach the server, with SEED_DEMO=1.
 * @param {{ database: Database, env: Environment, url: string, signal?: AbortSignal, log: (line: string) => void }} options
 */
export async function seedOnce({ database, env, url, signal, log }) {
  const note = noteFor(database);
  const state = existsSync(note) ? readFileSync(note, "utf8") : "new";
  if (state === "seeded") return;
  const wanted = isDemoWanted({
    isEmbedded: database.embedded,
    wasDeclined: state === "declined",
    address: readAddress(),
  });
  if (wanted === "public")
    log("No demo company: others reach this server. SEED_DEMO=1 npm start makes one all the same.");
  if (wanted !== "yes") return writeFileSync(note, "declined");
  if (state === "seeding") await startOver(database, log);
  // Only an unused database may be dropped after an interruption.
  if (state !== "declined") writeFileSync(note, "seeding");
  log("Seeding the demo company …");
  await seedDemo({ env, migrationUrl: database.migrationUrl, url, signal });
  writeFileSync(note, "seeded");
}

/**
 * @param {{ isEmbedded: boolean, wasDeclined: boolean, address: { host: string, url: string } }} what
 * @param {string | undefined} setting
 * @returns {"yes" | "no" | "public"}
 */
export function isDemoWanted({ isEmbedded, wasDeclined, address }, setting = process.env.SEED_DEMO) {
  if (setting) return setting === "1" ? "yes" : "no";
  if (!isEmbedded || wasDeclined) return "no";
  return isPublic(address) ? "public" : "yes";
}

/**
 * Notes that a restored database needs no demo.
 * @param {Database} database
 */
export function noteSeeded(database) {
  writeFileSync(noteFor(database), "seeded");
}

/** @param {{ env: Environment, migrationUrl: string | undefined, url: string, signal?: AbortSignal }} options */
export async function seedDemo({ env, migrationUrl, url, signal }) {
  const all = { ...env, MIGRATION_URL: migrationUrl ?? "", CALLMARK_URL: url };
  await run(process.execPath, typeScript("prisma/seed/run.ts"), { env: all, signal });
}

/**
 * @param {Database} database
 * @param {(line: string) => void} log
 */
async function startOver(database, log) {
  if (!database.embedded)
    throw new Failure("Seeding this database was cut off: start again on an empty one, or with SEED_DEMO=0.");
  log("The demo was cut off half-way: starting over.");
  await database.startOver();
  await migrate(database);
}

/** @param {Database} database */
function noteFor(database) {
  if (database.embedded) return path.join(database.home, "demo");
  const { host, pathname } = new URL(database.serverUrl);
  return path.join(
    dataDir(),
    `demo-${createHash("sha256")
      .update(host + pathname)
      .digest("hex")
      .slice(0, 12)}`,
  );
}

/**
 * The demo's log-ins, or null. URLs in it follow the server to another port.
 * @param {string} url
 * @returns {Demo | null}
 */
export function readDemo(url, directory = dataDir()) {
  const file = path.join(directory, "demo.json");
  if (!existsSync(file)) return null;
  const text = readFileSync(file, "utf8");
  const { url: written } = JSON.parse(text);
  const current = written && written !== url ? text.replaceAll(`"${written}`, `"${url}`) : text;
  if (current !== text) writeFileSync(file, current, { mode: 0o600 });
  return JSON.parse(current);
}
