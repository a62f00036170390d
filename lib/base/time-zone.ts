const known = new Map<string, boolean>();

/** Area and place, or UTC: what else the runtime takes for a zone (IST, +01:00), PostgreSQL takes for another. */
export function isTimeZone(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = (name === "UTC" || /^[A-Za-z_]+\/[A-Za-z0-9_+\-/]{1,63}$/.test(name)) && isKnown(name);
  if (found) known.set(name, found);
  return found;
}

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
