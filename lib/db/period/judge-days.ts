import type { Month } from "@/lib/domain/period/month";
import type { DayFigures } from "@/lib/domain/period/unusual-days";
import type { SqlTx } from "../in-company";
import { ofMonth, SELDOM_MEANT } from "./judged-call";

export type JudgedDay = DayFigures & {
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

/** The calls of a month, day by day, in one pass; a day without calls is absent. It leaves the other cores to those who convert. */
export async function judgeDays(tx: SqlTx, month: Month, timeZone: string): Promise<JudgedDay[]> {
  await tx.$executeRaw`set local max_parallel_workers_per_gather = 0`;
  const rows = await tx.$queryRaw<Row[]>`
    select to_char(d.on_day, 'YYYY-MM-DD') as day, d.*
    from (
      select (c.started_at at time zone ${timeZone})::date as on_day,
        count(*) filter (where c.buyer_converted) as conversions,
        coalesce(sum(c.revenue_minor) filter (where c.buyer_converted), 0)::text as revenue,
        count(*) filter (where ${SELDOM_MEANT.converted_at_zero}) as converted_at_zero,
        count(*) filter (where ${SELDOM_MEANT.payout_without_revenue}) as payout_without_revenue,
        count(*) filter (where ${SELDOM_MEANT.payout_above_revenue}) as payout_above_revenue
      from call c
      where c.company_id = ${tx.company} and ${ofMonth(tx, month, timeZone)}
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

/** The day of the company's first call, `YYYY-MM-DD`; null before it. */
export async function findFirstCallDay(tx: SqlTx, timeZone: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ day: string }[]>`
    select to_char(started_at at time zone ${timeZone}, 'YYYY-MM-DD') as day from call
    where company_id = ${tx.company} order by started_at, id limit 1`;
  return row?.day ?? null;
}
