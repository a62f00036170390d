import { firstDayOf, type Month, monthsLater } from "@/lib/base/month";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { KindTotal } from "../domain/totals";

/**
 * Totals by month, both ends included; months without entries are absent. Reads only balances of the company's own
 * accounts, because each entry is on exactly one of them.
 */
export async function readTotals(tx: SqlTx, first: Month, last: Month): Promise<ReadonlyMap<Month, KindTotal[]>> {
  type Row = { month: Month; account: string; kind: string; entries: bigint; debit: string; credit: string };
  const rows = await tx.$queryRaw<Row[]>`
    select to_char(b.booked_on, 'YYYY-MM') as month, a.kind as account, b.kind, sum(b.entry_count)::bigint as entries,
      sum(b.debit_minor)::text as debit, sum(b.credit_minor)::text as credit
    from account a
    cross join lateral (
      select * from balance where balance.company_id = ${tx.company} and balance.account_id = a.id
        and balance.booked_on >= ${firstDayOf(first)}::date and balance.booked_on < ${firstDayOf(monthsLater(last, 1))}::date
      offset 0
    ) b
    where a.company_id = ${tx.company} and a.buyer_id is null and a.traffic_source_id is null
    group by 1, 2, 3
    order by 1, 2, 3`;
  const months = new Map<Month, KindTotal[]>();
  for (const { month, account, kind, entries, debit, credit } of rows) {
    const total = { account, kind, entries: Number(entries), debitMinor: BigInt(debit), creditMinor: BigInt(credit) };
    months.set(month, [...(months.get(month) ?? []), total]);
  }
  return months;
}
