const cache = new Map<string, boolean>();

/**
 * Accepts Area/Place names and UTC. To PostgreSQL, other names that the runtime accepts (IST, +01:00) mean other zones.
 */
export function isTimeZone(name: string): boolean {
  const before = cache.get(name);
  if (before !== undefined) return before;
  const isValid = (name === "UTC" || /^[A-Za-z_]+\/[A-Za-z0-9_+\-/]{1,63}$/.test(name)) && isKnown(name);
  if (isValid) cache.set(name, isValid);
  return isValid;
}

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
