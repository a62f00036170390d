import { touchCredentials } from "./sql/lookup";

const MINUTE_MS = 60_000;

const shared = globalThis as { callmarkLastUses?: Map<string, number> };
shared.callmarkLastUses ??= new Map();
const lastUses = shared.callmarkLastUses;

/** Stores when a key or token was last used, at most once a minute, so that it costs a busy sender nothing. */
export async function noteUse(table: "api_key" | "secure_token", id: number, at: Date): Promise<void> {
  const name = `${table} ${id}`;
  const since = at.getTime() - (lastUses.get(name) ?? Number.NEGATIVE_INFINITY);
  if (since >= 0 && since < MINUTE_MS) return;
  lastUses.set(name, at.getTime());
  await touchCredentials(table, [id]);
}
