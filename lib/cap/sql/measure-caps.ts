import type { Side } from "@/lib/call/domain/call-state";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Window } from "../domain/cap-window";

export type MeasuredWindow = Window & { readonly capId: number };

/** Usage of a window, in calls or minor units, and the number of running calls that may use it. */
export type MeasuredUse = { readonly capId: number; readonly used: bigint; readonly running: number };

type Row = { cap_id: bigint; used: bigint; running: bigint };

/** Usage of caps of one side. Nothing is locked: a window without a row is counted from its calls. */
export async function measureCaps(
  tx: SqlTx,
  side: Side,
  windows: readonly MeasuredWindow[],
  now: Date,
): Promise<Map<number, MeasuredUse>> {
  if (windows.length === 0) return new Map();
  const { party, stands, amount, undecided } = SIDES[side];
  const counted = Prisma.sql`${party} and (cap.offer_id is null or c.offer_id = cap.offer_id)
    and c.started_at >= w.start and c.started_at < coalesce(w."end", 'infinity')`;
  // A call without an end that started longer ago has lost its end event.
  const running = Prisma.sql`c.ended_at is null and c.duration_seconds is null
    and c.started_at > ${now}::timestamptz - interval '4 hours'`;
  const rows = await tx.$queryRaw<Row[]>`
    select cap.id as cap_id,
      case
        when cap.measure in ('conversions', 'revenue') then coalesce(
          (select u.used from cap_usage u
            where u.company_id = ${tx.company} and u.cap_id = cap.id and u.window_start = w.start),
          (select coalesce(sum(case when cap.measure = 'revenue' then ${amount} else 1 end), 0)::bigint from call c
            where c.company_id = ${tx.company} and ${counted} and ${stands}))
        when cap.measure = 'attempts' then
          (select count(*) from call c where c.company_id = ${tx.company} and ${counted})
        when cap.measure = 'connections' then
          (select count(*) from call c where c.company_id = ${tx.company} and ${counted}
            and (c.answered_at is not null or c.connected_seconds > 0))
        else (select count(*) from call c where c.company_id = ${tx.company} and ${counted} and ${running})
      end as used,
      case
        when cap.measure in ('conversions', 'revenue') then
          (select count(*) from call c
            where c.company_id = ${tx.company} and ${counted} and ${running} and ${undecided})
        when cap.measure = 'connections' then
          (select count(*) from call c
            where c.company_id = ${tx.company} and ${counted} and ${running} and c.answered_at is null)
        else 0
      end as running
    from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) as w("capId" bigint, start timestamptz, "end" timestamptz)
    join cap on cap.company_id = ${tx.company} and cap.id = w."capId"`;
  return new Map(
    rows.map((row) => [
      Number(row.cap_id),
      { capId: Number(row.cap_id), used: row.used, running: Number(row.running) },
    ]),
  );
}

const SIDES = {
  buyer: {
    party: Prisma.sql`c.buyer_id = cap.buyer_id`,
    stands: Prisma.sql`c.buyer_converted`,
    amount: Prisma.sql`c.revenue_minor`,
    undecided: Prisma.sql`c.buyer_mechanism is null`,
  },
  offer: {
    party: Prisma.sql`c.traffic_source_id = cap.traffic_source_id`,
    stands: Prisma.sql`c.offer_converted`,
    amount: Prisma.sql`c.payout_minor`,
    undecided: Prisma.sql`c.offer_mechanism is null`,
  },
};
