import type { Tx } from "@/lib/platform/sql/in-company";
import type { Span } from "./party-sums";

export type DaySums = { readonly day: string; readonly revenueMinor: bigint; readonly payoutMinor: bigint };

type Row = { day: string; revenue: string; payout: string };

/** Charges less credits and payouts less clawbacks of the company by booking day. Days without any are absent. */
export async function daysOfCompany(tx: Tx, { from, to }: Span): Promise<DaySums[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select to_char(b.booked_on, 'YYYY-MM-DD') as day,
      coalesce(sum(b.credit_minor - b.debit_minor) filter (where b.account_id = h.revenue_account_id), 0)::text as revenue,
      coalesce(sum(b.debit_minor - b.credit_minor) filter (where b.account_id = h.traffic_cost_account_id), 0)::text as payout
    from ledger_head h
    join balance b on b.company_id = ${tx.company} and b.account_id = any(array[h.revenue_account_id, h.traffic_cost_account_id])
      and b.booked_on between ${from}::date and ${to}::date and b.kind in ('charge', 'credit', 'payout', 'clawback')
    where h.company_id = ${tx.company}
    group by b.booked_on order by b.booked_on`;
  return rows.map(({ day, revenue, payout }) => ({ day, revenueMinor: BigInt(revenue), payoutMinor: BigInt(payout) }));
}
