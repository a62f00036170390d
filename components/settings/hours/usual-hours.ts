import type { BusinessHours } from "@/lib/settings/contract/rule";

const WORKING_DAYS = [1, 2, 3, 4, 5];

/** Default hours: an office week. */
export function usualHours(timeZone: string): BusinessHours {
  return {
    time_zone: timeZone,
    rows: WORKING_DAYS.map((weekday) => ({ weekday, open: "09:00", close: "17:00" })),
  };
}
