import { setTimeout } from "node:timers/promises";
import type { Context } from "@/lib/access/context";
import { localDay } from "@/lib/base/local-day";
import type { Month } from "@/lib/base/month";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import { daysOfMonth } from "./domain/days-of-month";
import type { MonthWarnings } from "./domain/frozen-preview";
import { unusualDays } from "./domain/unusual-days";
import { countCallsInInbox } from "./sql/list-month-calls";
import { type OverCap, readOverCaps } from "./sql/over-caps";
import { findFirstCallDay, type MonthDay, readDays } from "./sql/read-days";

/** Examples shown per warning; calls are also listed in full. */
export const EXAMPLES = 5;

export type FoundWarnings = MonthWarnings & { readonly overCapExamples: readonly OverCap[] };

/**
 * How to search for warnings: at full speed for a person who waits, or pausing half of the time to leave capacity for
 * conversions.
 */
export type Pace = "at once" | "half the time";

/** Finds all warnings of a month, in one pass over its calls. Locks nothing. */
export function findWarnings(
  { company, now }: Pick<Context, "company" | "now">,
  month: Month,
  pace: Pace = "at once",
): Promise<FoundWarnings> {
  const { timeZone } = company;
  return readInCompanySql(company.id, async (tx) => {
    const [days, firstCall, inInbox, over] = await Promise.all([
      readDays(tx, month, timeZone, (workedMs) => (pace === "at once" ? Promise.resolve() : setTimeout(workedMs))),
      findFirstCallDay(tx, timeZone),
      countCallsInInbox(tx, month, timeZone),
      readOverCaps(tx, month, timeZone, EXAMPLES),
    ]);
    const comparable = daysOfMonth(month, days, { firstCall, today: localDay(now(), timeZone) });
    return {
      calls: {
        converted_at_zero: sum(days, ({ convertedAtZero }) => convertedAtZero),
        payout_without_revenue: sum(days, ({ payoutWithoutRevenue }) => payoutWithoutRevenue),
        payout_above_revenue: sum(days, ({ payoutAboveRevenue }) => payoutAboveRevenue),
        open_inbox: inInbox,
      },
      overCaps: over.count,
      overCapExamples: over.examples,
      unusualDays: unusualDays(comparable),
    };
  });
}

function sum(days: readonly MonthDay[], count: (day: MonthDay) => number): number {
  return days.reduce((total, day) => total + count(day), 0);
}
