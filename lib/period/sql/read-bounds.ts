import type { Month } from "@/lib/base/month";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** The range of the books: the last closed month, and the first and last months with anything booked or pending. */
export type Bounds = {
  readonly closedThrough: Month | null;
  readonly first: Month | null;
  readonly last: Month | null;
};

/**
 * Each entry is on exactly one of the company's few own accounts, so the first and last of their balances bound the
 * books.
 */
export async function readBounds(tx: SqlTx): Promise<Bounds> {
  type Row = { closed_through: Month | null; first: Month | null; last: Month | null };
  const [row] = await tx.$queryRaw<Row[]>`
    select to_char(h.closed_through, 'YYYY-MM') as closed_through,
      to_char(least(b.first, q.first), 'YYYY-MM') as first, to_char(greatest(b.last, q.last), 'YYYY-MM') as last
    from ledger_head h
    cross join (
      select min(d.first) as first, max(d.last) as last
      from account a
      cross join lateral (
        select
          (select booked_on from balance where balance.company_id = ${tx.company} and balance.account_id = a.id
            order by booked_on limit 1) as first,
          (select booked_on from balance where balance.company_id = ${tx.company} and balance.account_id = a.id
            order by booked_on desc limit 1) as last
      ) d
      where a.company_id = ${tx.company} and a.buyer_id is null and a.traffic_source_id is null
    ) b
    cross join (
      select min(w.service_date) as first, max(w.service_date) as last
      from billing_queue w
      where w.company_id = ${tx.company}
    ) q
    where h.company_id = ${tx.company}`;
  if (!row) throw new Error(`company ${tx.company} has no ledger`);
  return { closedThrough: row.closed_through, first: row.first, last: row.last };
}
