import type { Context } from "@/lib/access/context";
import { localDay } from "@/lib/base/local-day";

/** `YYYY-MM-DD` in the zone of the company. */
export function todayOf({ company, now }: Context): string {
  return localDay(now(), company.timeZone);
}
