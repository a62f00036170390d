import type { Month } from "./month";

type Part = "year" | "month" | "day" | "hour" | "minute";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const formats = new Map<string, Intl.DateTimeFormat>();

/** The date that a calendar on a wall in an IANA zone shows at a moment, `YYYY-MM-DD`. */
export function localDay(at: Date, timeZone: string): string {
  const { year, month, day } = partsOf(at, timeZone);
  return `${year.padStart(4, "0")}-${month}-${day}`;
}

/** The month it shows. A month has ended as soon as this is a later one. */
export function localMonth(at: Date, timeZone: string): Month {
  return localDay(at, timeZone).slice(0, 7);
}

/** "23 Nov 2026, 10:42" */
export function localTimeText(at: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = partsOf(at, timeZone);
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${hour}:${minute}`;
}

function partsOf(at: Date, timeZone: string): Record<Part, string> {
  const parts = formatFor(timeZone).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Record<Part, string>;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, format);
  return format;
}
