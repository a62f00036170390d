import type { CompanyId } from "@/lib/base/ids";
import { touchCredential, type UsedTable } from "./sql/lookup";

const MINUTE_MS = 60_000;

type Use = { readonly at: number; readonly stored: Promise<void> };
const shared = globalThis as { callmarkLastUses?: Map<string, Use> };
shared.callmarkLastUses ??= new Map();
const lastUses = shared.callmarkLastUses;

/**
 * Stores when a key, token or session was last used, at most once a minute, so that it costs a busy sender nothing. Requests that
 * arrive meanwhile wait for the same statement, so that none overtakes the first.
 */
export function noteUse(table: UsedTable, company: CompanyId, id: number, now: Date): Promise<void> {
  const name = `${table} ${id}`;
  const at = now.getTime();
  const last = lastUses.get(name);
  if (last && at >= last.at && at - last.at < MINUTE_MS) return last.stored;
  const stored = touchCredential(table, company, id);
  lastUses.set(name, { at, stored });
  stored.catch(() => lastUses.delete(name));
  return stored;
}
