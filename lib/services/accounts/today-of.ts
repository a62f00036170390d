import { localDay } from "@/lib/base/local-day";
import type { Context } from "../context";

/** `YYYY-MM-DD` in the zone of the company. */
export function todayOf({ company, now }: Context): string {
  return localDay(now(), company.timeZone);
}
