const QUARTER_MS = 15 * 60_000;
const REMEMBERED_AT_MOST = 50_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/**
 * The offset of an IANA zone from UTC in milliseconds. Clocks change on quarters of an hour, so results are cached per
 * quarter.
 */
export function zoneOffset(ms: number, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  const quarter = Math.floor(ms / QUARTER_MS) * QUARTER_MS;
  let ofZone = offsets.get(timeZone);
  if (!ofZone || ofZone.size >= REMEMBERED_AT_MOST) {
    ofZone = new Map();
    offsets.set(timeZone, ofZone);
  }
  const cached = ofZone.get(quarter);
  if (cached !== undefined) return cached;
  const offset = read(quarter, timeZone);
  ofZone.set(quarter, offset);
  return offset;
}

/** The instant between these two at which the zone's offset changes. */
export function clockChange(from: number, to: number, timeZone: string): number {
  const before = zoneOffset(from, timeZone);
  let [low, high] = [Math.floor(from / QUARTER_MS), Math.ceil(to / QUARTER_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffset(middle * QUARTER_MS, timeZone) === before) low = middle;
    else high = middle;
  }
  return high * QUARTER_MS;
}

function read(quarter: number, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(quarter);
  const part = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - quarter;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const cached = formats.get(timeZone);
  if (cached) return cached;
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
