import { systemClock } from "@/lib/platform/config/clock";

/** The clock that routes go by. The one place in which tests of the API ask it. */
export function systemTime(): Date {
  return systemClock();
}
