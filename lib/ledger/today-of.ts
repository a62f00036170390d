import type { Context } from "@/lib/access/context";
import { localDay } from "@/lib/base/local-day";

/** `YYYY-MM-DD` in the company's time zone. */
export function todayOf({ company, now }: Context): string {
  return localDay(now(), company.timeZone);
}
