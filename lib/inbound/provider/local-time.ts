import { Temporal } from "temporal-polyfill";

/**
 * The instant at which clocks of an IANA zone show `2026-11-01 01:30:00`: the earlier one in a repeated hour, moved on
 * in a skipped hour. Undefined if the text is not a time. Throws RangeError for an unknown zone.
 */
export function instantInZone(text: string, timeZone: string): Date | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?$/.exec(text.trim());
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  // A leap second is the first second of the next minute.
  const minuteShown = plainMinute({ year, month, day, hour, minute });
  if (!minuteShown || second > 60) return undefined;
  const shown = minuteShown.add({ seconds: second }).toZonedDateTime(timeZone);
  return new Date(shown.epochMilliseconds);
}

function plainMinute(shown: Temporal.PlainDateTimeLike): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(shown, { overflow: "reject" });
  } catch {
    return undefined;
  }
}
