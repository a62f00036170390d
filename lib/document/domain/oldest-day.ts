import { Temporal } from "temporal-polyfill";
import { addDays, type Day } from "@/lib/base/day";

const YEARS_BACK = 10;

/** The earliest day of a document: ten years back, or 1 March if that year has no 29 February. */
export function oldestDay(today: Day): Day {
  const back = Temporal.PlainDate.from(today).subtract({ years: YEARS_BACK }).toString();
  return back.slice(5) === today.slice(5) ? back : addDays(back, 1);
}
