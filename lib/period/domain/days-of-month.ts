import { firstDayOf, lastDayOf, type Month } from "@/lib/base/month";
import type { DayFigures } from "./unusual-days";

/**
 * The days of a month that can be compared, with zeros for days without calls: from the company's first call to the
 * last day that has ended.
 */
export function daysOfMonth(
  month: Month,
  figures: readonly DayFigures[],
  { firstCall, today }: { readonly firstCall: string | null; readonly today: string },
): DayFigures[] {
  if (firstCall === null) return [];
  const byDay = new Map(figures.map((figure) => [figure.day, figure]));
  return Array.from({ length: Number(lastDayOf(month).slice(8)) }, (_, index) => {
    const day = `${firstDayOf(month).slice(0, 8)}${String(index + 1).padStart(2, "0")}`;
    return byDay.get(day) ?? { day, conversions: 0, revenueMinor: 0n };
  }).filter(({ day }) => day >= firstCall && day < today);
}
