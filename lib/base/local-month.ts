import { localDay } from "./local-day";
import type { Month } from "./month";

/** The month in an IANA zone at an instant. A month has ended when this is later. */
export function localMonth(at: Date, timeZone: string): Month {
  return localDay(at, timeZone).slice(0, 7);
}
