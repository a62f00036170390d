const QUARTER_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const REMEMBERED_AT_MOST = 50_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/**
 * The instant at which clocks of an IANA zone show `2026-11-01 01:30:00`: the earlier one in a repeated hour, shifted on
 * in a skipped hour. Undefined where the text is not a time. Throws RangeError for an unknown zone.
 */
export function instantInZone(text: string, timeZone: string): Date | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?$/.exec(text.trim());
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return undefined;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined;
  const before = offsetAt(shown - DAY_MS, timeZone);
  const after = offsetAt(shown + DAY_MS, timeZone);
  const instants = [shown - before, shown - after].filter((instant) => instant + offsetAt(instant, timeZone) === shown);
  return new Date(instants.length > 0 ? Math.min(...instants) : shown - before);
}

/** Milliseconds by which the zone's clock is ahead of UTC. Clocks change on quarters of an hour, so one answer serves a quarter. */
function offsetAt(ms: number, timeZone: string): number {
  const quarter = Math.floor(ms / QUARTER_MS) * QUARTER_MS;
  const key = `${timeZone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= REMEMBERED_AT_MOST) offsets.clear();
  const parts = formatFor(timeZone).formatToParts(quarter);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  offsets.set(key, shown - quarter);
  return shown - quarter;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}
