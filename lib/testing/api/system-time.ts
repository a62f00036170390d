import { systemClock } from "@/lib/platform/config/clock";

/** The clock that routes use. API tests read it only here. */
export function systemTime(): Date {
  return systemClock();
}
