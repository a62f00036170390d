import { addDays, type Day, earlierOf } from "@/lib/base/day";
import { firstDayOf, type Month, monthsLater } from "@/lib/base/month";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { DayFigures } from "../domain/unusual-days";
import { ofDays, WARNING_CONDITIONS } from "./warning-conditions";

export type MonthDay = DayFigures & {
  readonly convertedAtZero: number;
  readonly payoutWithoutRevenue: number;
  readonly payoutAboveRevenue: number;
};

type Row = {
  day: string;
  conversions: bigint;
  revenue: string;
  converted_at_zero: bigint;
  payout_without_revenue: bigint;
  payout_above_revenue: bigint;
};

const DAYS_AT_ONCE = 4;

/**
 * The calls of a month by day; days without calls are absent. Awaits `rest` after every few days, with the milliseconds
 * that they took.
 */
export async function readDays(
  tx: SqlTx,
  month: Month,
  timeZone: string,
  rest: (workedMs: number) => Promise<void>,
): Promise<MonthDay[]> {
  const monthDays: MonthDay[] = [];
  const end = firstDayOf(monthsLater(month, 1));
  for (let from = firstDayOf(month); from < end; from = addDays(from, DAYS_AT_ONCE)) {
    const began = performance.now();
    monthDays.push(...(await readSomeDays(tx, from, earlierOf(addDays(from, DAYS_AT_ONCE), end), timeZone)));
    await rest(performance.now() - began);
  }
  return monthDays;
}

async function readSomeDays(tx: SqlTx, from: Day, until: Day, timeZone: string): Promise<MonthDay[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select to_char(d.on_day, 'YYYY-MM-DD') as day, d.*
    from (
      select (c.started_at at time zone ${timeZone})::date as on_day,
        count(*) filter (where c.buyer_converted) as conversions,
        coalesce(sum(c.revenue_minor) filter (where c.buyer_converted), 0)::text as revenue,
        count(*) filter (where ${WARNING_CONDITIONS.converted_at_zero}) as converted_at_zero,
        count(*) filter (where ${WARNING_CONDITIONS.payout_without_revenue}) as payout_without_revenue,
        count(*) filter (where ${WARNING_CONDITIONS.payout_above_revenue}) as payout_above_revenue
      from call c
      where c.company_id = ${tx.company} and ${ofDays(from, until, timeZone)}
      group by 1
    ) d
    order by d.on_day`;
  return rows.map((row) => ({
    day: row.day,
    conversions: Number(row.conversions),
    revenueMinor: BigInt(row.revenue),
    convertedAtZero: Number(row.converted_at_zero),
    payoutWithoutRevenue: Number(row.payout_without_revenue),
    payoutAboveRevenue: Number(row.payout_above_revenue),
  }));
}

/** The day of the company's first call, `YYYY-MM-DD`; null for none. */
export async function findFirstCallDay(tx: SqlTx, timeZone: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ day: string }[]>`
    select to_char(started_at at time zone ${timeZone}, 'YYYY-MM-DD') as day from call
    where company_id = ${tx.company} order by started_at, id limit 1`;
  return row?.day ?? null;
}
