const cache = new Map<string, boolean>();

/** Area and place, or UTC: what else the runtime takes for a zone (IST, +01:00), PostgreSQL takes for another. */
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
