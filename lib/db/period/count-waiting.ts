import type { SqlTx } from "../in-company";

/** Changes that wait for a rollup of calls from one day on until before another, `YYYY-MM-DD`; null for any time before. */
export async function countWaiting(tx: SqlTx, from: string | null, before: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ waiting: bigint }[]>`
    select count(*) as waiting
    from billing_queue q
    cross join lateral (
      select service_date from call_change where call_change.company_id = ${tx.company}
        and call_change.call_id = q.call_id and call_change.version = q.version offset 0
    ) c
    where q.company_id = ${tx.company} and c.service_date < ${before}::date
      and c.service_date >= coalesce(${from}::date, '-infinity'::date)`;
  return Number(row?.waiting ?? 0n);
}
