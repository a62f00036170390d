import type { SqlTx } from "@/lib/platform/sql/in-company";

/** Pending changes of calls from one day up to but not including another, `YYYY-MM-DD`; null for no lower bound. */
export async function countWaiting(tx: SqlTx, from: string | null, before: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ waiting: bigint }[]>`
    select count(*) as waiting
    from billing_queue q
    where q.company_id = ${tx.company} and q.service_date < ${before}::date
      and q.service_date >= coalesce(${from}::date, '-infinity'::date)`;
  return Number(row?.waiting ?? 0n);
}
