import { localDay } from "./local-day";
import type { Month } from "./month";

/** The month of an instant in an IANA zone. A month has ended when this is later. */
export function localMonth(at: Date, timeZone: string): Month {
  return localDay(at, timeZone).slice(0, 7);
}
