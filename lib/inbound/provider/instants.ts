const EARLIEST_MS = Date.UTC(2000, 0, 1);
const AHEAD_AT_MOST_MS = 24 * 60 * 60_000;

const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const RFC_2822 = /^([A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} ([+-]\d{4}|GMT|UTC?|Z)$/;

/** An instant from ISO 8601 or RFC 2822 text, in UTC without a zone; undefined if implausible. */
export function instantOf(value: unknown, receivedAt: Date): Date | undefined {
  if (typeof value !== "string" || value.length > 60) return undefined;
  const text = value.trim();
  const iso = ISO.exec(text);
  if (!iso && !RFC_2822.test(text)) return undefined;
  return plausible(Date.parse(iso && !iso[3] ? `${text.replace(" ", "T")}Z` : text), receivedAt);
}

/** An instant from seconds or milliseconds since 1970, as a number or text. */
export function epochOf(value: unknown, unit: "seconds" | "milliseconds", receivedAt: Date): Date | undefined {
  const number = typeof value === "string" && /^\d{1,17}(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== "number") return undefined;
  return plausible(unit === "seconds" ? number * 1000 : number, receivedAt);
}

/** The instant that many seconds later, or earlier if negative. */
export function secondsAfter(instant: Date | undefined, seconds: number | undefined): Date | undefined {
  if (!instant || seconds === undefined) return undefined;
  return new Date(instant.getTime() + seconds * 1000);
}

/** Undefined for an instant before 2000 or more than a day after the event was received. */
export function plausible(ms: number, receivedAt: Date): Date | undefined {
  const isPlausible = ms >= EARLIEST_MS && ms <= receivedAt.getTime() + AHEAD_AT_MOST_MS;
  return isPlausible ? new Date(Math.floor(ms)) : undefined;
}
