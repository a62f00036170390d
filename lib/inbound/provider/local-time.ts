import { zoneOffset } from "@/lib/base/zone-offset";

const DAY_MS = 24 * 60 * 60_000;

/**
 * The instant at which clocks of an IANA zone show `2026-11-01 01:30:00`: the earlier one in a repeated hour, moved on
 * in a skipped hour. Undefined if the text is not a time. Throws RangeError for an unknown zone.
 */
export function instantInZone(text: string, timeZone: string): Date | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?$/.exec(text.trim());
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return undefined;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined;
  const before = zoneOffset(shown - DAY_MS, timeZone);
  const after = zoneOffset(shown + DAY_MS, timeZone);
  const instants = [shown - before, shown - after].filter(
    (instant) => instant + zoneOffset(instant, timeZone) === shown,
  );
  return new Date(instants.length > 0 ? Math.min(...instants) : shown - before);
}
