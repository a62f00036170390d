import { localDay } from "./local-day";
import type { Month } from "./month";

/** The month that a calendar in an IANA zone shows at a moment. A month has ended as soon as this is a later one. */
export function localMonth(at: Date, timeZone: string): Month {
  return localDay(at, timeZone).slice(0, 7);
}
