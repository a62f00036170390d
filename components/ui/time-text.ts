type Parts = Record<"weekday" | "day" | "month" | "year" | "hour" | "minute" | "second" | "timeZoneName", string>;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const formats = new Map<string, Intl.DateTimeFormat>();

/** "Mon 23 Nov 2026, 10:42:05 (America/Denver, GMT−7)" */
export function exactTime(at: Date, timeZone: string): string {
  const { weekday, day, month, year, hour, minute, second, timeZoneName } = partsOf(at, timeZone);
  const zone = timeZoneName.replace("-", "−");
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute}:${second} (${timeZone}, ${zone})`;
}

/** "Mon 23 Nov 2026, 10:42" */
export function longTime(at: Date, timeZone: string): string {
  const { weekday, day, month, year, hour, minute } = partsOf(at, timeZone);
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute}`;
}

/** "23 Nov, 10:42", with the year when it isn't the current one in the zone. */
export function shortTime(at: Date, timeZone: string, nowMs: number): string {
  const { day, month, year, hour, minute } = partsOf(at, timeZone);
  const thisYear = partsOf(new Date(nowMs), timeZone).year;
  return `${day} ${month}${year === thisYear ? "" : ` ${year}`}, ${hour}:${minute}`;
}

/** "3 min ago", "in 2 h"; null from a day on. */
export function relativeTime(at: Date, nowMs: number): string | null {
  const distance = Math.abs(nowMs - at.getTime());
  if (distance >= DAY_MS) return null;
  if (distance < 45_000) return "just now";
  const amount =
    distance < HOUR_MS ? `${Math.max(1, Math.floor(distance / MINUTE_MS))} min` : `${Math.floor(distance / HOUR_MS)} h`;
  return at.getTime() <= nowMs ? `${amount} ago` : `in ${amount}`;
}

// Composed by hand: Intl phrases differ between the server's language data and the browser's.
function partsOf(at: Date, timeZone: string): Parts {
  const parts = formatIn(timeZone).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Parts;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const cached = formats.get(timeZone);
  if (cached) return cached;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  });
  formats.set(timeZone, format);
  return format;
}
