import { firstDayOf, type Month, monthsLater } from "@/lib/base/month";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** A cap window over its limit, in conversions or minor units. */
export type OverCap = {
  readonly capId: number;
  readonly party: { readonly type: "buyer" | "traffic_source"; readonly id: number; readonly name: string };
  readonly offerName: string | null;
  readonly measure: string;
  readonly span: string;
  readonly windowStart: Date;
  readonly used: bigint;
  readonly limit: bigint;
};

type Row = {
  cap_id: bigint;
  buyer_id: bigint | null;
  traffic_source_id: bigint | null;
  party_name: string;
  offer_name: string | null;
  measure: string;
  span: string;
  window_start: Date;
  used: bigint;
  limit_amount: bigint;
  windows: bigint;
};

/** How many windows of the month are over their cap, and the first of them. */
export async function readOverCaps(
  tx: SqlTx,
  month: Month,
  timeZone: string,
  limit: number,
): Promise<{ readonly count: number; readonly examples: OverCap[] }> {
  const rows = await tx.$queryRaw<Row[]>`
    select k.id as cap_id, k.buyer_id, k.traffic_source_id, coalesce(b.name, t.name) as party_name, o.name as offer_name,
      k.measure, k.span, u.window_start, u.used, k.limit_amount, count(*) over () as windows
    from cap k
    join cap_usage u on u.company_id = ${tx.company} and u.cap_id = k.id and u.used > k.limit_amount
      and u.window_start >= ${firstDayOf(month)}::timestamp at time zone ${timeZone}
      and u.window_start < ${firstDayOf(monthsLater(month, 1))}::timestamp at time zone ${timeZone}
    left join buyer b on b.company_id = ${tx.company} and b.id = k.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = k.traffic_source_id
    left join offer o on o.company_id = ${tx.company} and o.id = k.offer_id
    where k.company_id = ${tx.company}
    order by u.window_start, k.id limit ${limit}`;
  const examples = rows.map((row) => ({
    capId: Number(row.cap_id),
    party: {
      type: row.buyer_id === null ? ("traffic_source" as const) : ("buyer" as const),
      id: Number(row.buyer_id ?? row.traffic_source_id),
      name: row.party_name,
    },
    offerName: row.offer_name,
    measure: row.measure,
    span: row.span,
    windowStart: row.window_start,
    used: row.used,
    limit: row.limit_amount,
  }));
  return { count: Number(rows[0]?.windows ?? 0n), examples };
}
