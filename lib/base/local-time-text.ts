import { localDay } from "./local-day";
import { dayText } from "./month";
import { wallClock } from "./wall-clock";

/** "23 November 2026 at 10:42" in an IANA zone. */
export function localTimeText(at: Date, timeZone: string): string {
  const { minuteOfDay } = wallClock(at, timeZone);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${dayText(localDay(at, timeZone))} at ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}
