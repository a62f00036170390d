import { zoneFormat } from "./zone-format";

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const REMEMBERED_AT_MOST = 50_000;

const formatFor = zoneFormat({
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
});
const offsets = new Map<string, Map<number, number>>();

/**
 * The offset of an IANA zone from UTC in milliseconds. Cached per quarter of an hour, unless the clock changes within
 * it.
 */
export function zoneOffset(ms: number, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  const quarter = Math.floor(ms / QUARTER_MS) * QUARTER_MS;
  const offset = offsetAt(quarter, timeZone);
  // Newfoundland changed its clocks one minute past midnight until 2011.
  return offset === offsetAt(quarter + QUARTER_MS, timeZone) ? offset : read(minuteOf(ms) * MINUTE_MS, timeZone);
}

/** The first moment of the later offset, between two moments whose offsets differ. */
export function clockChange(from: number, to: number, timeZone: string): number {
  const before = zoneOffset(from, timeZone);
  let [low, high] = [minuteOf(from), Math.ceil(to / MINUTE_MS)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffset(middle * MINUTE_MS, timeZone) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE_MS;
}

const minuteOf = (ms: number) => Math.floor(ms / MINUTE_MS);

function offsetAt(quarter: number, timeZone: string): number {
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

function read(at: number, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(at);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - at;
}
