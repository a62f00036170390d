const EARLIEST_MS = Date.UTC(2000, 0, 1);
const AHEAD_AT_MOST_MS = 24 * 60 * 60_000;

const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const RFC_2822 = /^([A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}:\d{2} ([+-]\d{4}|GMT|UTC?|Z)$/;

/** An instant as makers write it: ISO 8601 or RFC 2822. Without a zone it is UTC; undefined where no call can have been then. */
export function instantOf(told: unknown, receivedAt: Date): Date | undefined {
  if (typeof told !== "string" || told.length > 60) return undefined;
  const text = told.trim();
  const iso = ISO.exec(text);
  if (!iso && !RFC_2822.test(text)) return undefined;
  return plausible(Date.parse(iso && !iso[3] ? `${text.replace(" ", "T")}Z` : text), receivedAt);
}

/** An instant told as seconds or milliseconds since 1970, as a number or as text. */
export function epochOf(told: unknown, unit: "seconds" | "milliseconds", receivedAt: Date): Date | undefined {
  const number = typeof told === "string" && /^\d{1,17}(\.\d+)?$/.test(told.trim()) ? Number(told) : told;
  if (typeof number !== "number") return undefined;
  return plausible(unit === "seconds" ? number * 1000 : number, receivedAt);
}

/** The instant that lies so many seconds from another. */
export function secondsAfter(instant: Date | undefined, seconds: number | undefined): Date | undefined {
  if (!instant || seconds === undefined) return undefined;
  return new Date(instant.getTime() + seconds * 1000);
}

/** Calls before 2000 or more than a day ahead are a sender's mistake. */
export function plausible(ms: number, receivedAt: Date): Date | undefined {
  const isPlausible = ms >= EARLIEST_MS && ms <= receivedAt.getTime() + AHEAD_AT_MOST_MS;
  return isPlausible ? new Date(Math.floor(ms)) : undefined;
}
