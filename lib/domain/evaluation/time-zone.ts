const known = new Map<string, boolean>();

/** An IANA zone named by place, as the runtime knows it; offsets such as +02:00 know no daylight saving and are none. */
export function isTimeZone(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const found = /^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/.test(name) && isKnown(name);
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
