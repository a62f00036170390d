import type { Day } from "@/lib/base/day";

const YEARS_BACK = 10;

/** The earliest day of a document: ten years back, or 1 March if that year has no 29 February. */
export function oldestDay(today: Day): Day {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  return new Date(Date.UTC(year - YEARS_BACK, month - 1, day)).toISOString().slice(0, 10);
}
