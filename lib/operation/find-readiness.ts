import { readdirSync } from "node:fs";
import path from "node:path";
import { appliedMigrations } from "./sql/applied-migrations";

export type Readiness = { readonly ready: true } | { readonly ready: false; readonly reason: string };

/** However often it is asked, the database is asked once a second. */
const VALID_MS = 1_000;

let latest: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;

/** Whether this server can do its work: the database answers in time, and has every migration of this version. */
export function findReadiness(): Promise<Readiness> {
  const now = performance.now();
  if (!latest || now - latest.at > VALID_MS) latest = { at: now, readiness: look() };
  return latest.readiness;
}

async function look(): Promise<Readiness> {
  try {
    const applied = await appliedMigrations();
    const missing = migrationsOfThisVersion().find((name) => !applied.has(name));
    if (missing === undefined) return { ready: true };
    return { ready: false, reason: `The database lacks the migration ${missing}.` };
  } catch {
    return { ready: false, reason: "The database does not answer." };
  }
}

let names: readonly string[] | undefined;

function migrationsOfThisVersion(): readonly string[] {
  names ??= readdirSync(path.resolve("prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return names;
}
