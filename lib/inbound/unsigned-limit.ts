const HOUR_MS = 60 * 60_000;
const UNSIGNED_AN_HOUR = 1000;

type Counted = { readonly since: number; readonly count: number };
const shared = globalThis as { callmarkUnsignedEvents?: Map<string, Counted> };
shared.callmarkUnsignedEvents ??= new Map();
const counted = shared.callmarkUnsignedEvents;

/**
 * Whether one more unsigned event may be stored: whoever knows a URL but not its secret must not fill the disk. Each
 * server process counts by the hour.
 */
export function mayKeepUnsigned(company: number, endpointId: number, now: Date): boolean {
  const place = `${company}:${endpointId}`;
  const before = counted.get(place);
  const fresh = !before || now.getTime() - before.since >= HOUR_MS;
  const next = fresh ? { since: now.getTime(), count: 1 } : { since: before.since, count: before.count + 1 };
  counted.set(place, next);
  return next.count <= UNSIGNED_AN_HOUR;
}
