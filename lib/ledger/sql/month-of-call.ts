import type { Month } from "@/lib/base/month";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type MonthOfCall = { readonly month: Month; readonly closedThrough: Month | null };

/** The month of a call in a zone, by the day of its changes, and the last closed month. */
export async function readMonthOfCall(tx: SqlTx, callId: number, timeZone: string): Promise<MonthOfCall | null> {
  const [row] = await tx.$queryRaw<{ month: Month; closed_through: Month | null }[]>`
    select to_char(c.started_at at time zone ${timeZone}, 'YYYY-MM') as month,
      to_char(h.closed_through, 'YYYY-MM') as closed_through
    from call c
    join ledger_head h on h.company_id = ${tx.company}
    where c.company_id = ${tx.company} and c.id = ${callId}::bigint`;
  return row ? { month: row.month, closedThrough: row.closed_through } : null;
}
