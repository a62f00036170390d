import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Used } from "../domain/cap-counts";
import type { TouchedWindow } from "../domain/touched-windows";

type Row = { cap_id: bigint; window_start: Date; used: bigint };

/**
 * Locks the usage of these windows until the transaction ends, one by one in a fixed order, so that batches wait for
 * each other instead of deadlocking. A missing row is inserted with its current count. The calls must be locked.
 */
export async function lockUsage(tx: SqlTx, windows: readonly TouchedWindow[]): Promise<Used[]> {
  if (windows.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    insert into cap_usage (company_id, cap_id, window_start, used)
    select cap.company_id, cap.id, w.start,
      case
        when exists (select from cap_usage u
          where u.company_id = ${tx.company} and u.cap_id = cap.id and u.window_start = w.start) then 0
        else ${countOfCalls(tx)}
      end
    from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) as w("capId" bigint, start timestamptz, "end" timestamptz)
    join cap on cap.company_id = ${tx.company} and cap.id = w."capId"
    order by cap.id, w.start
    on conflict (company_id, cap_id, window_start) do update set used = cap_usage.used
    returning cap_id, window_start, used`;
  return rows.map((row) => ({ capId: Number(row.cap_id), start: row.window_start, used: row.used }));
}

/** The same without locks, for previews. A window without a row is counted from its calls. */
export async function readUsage(tx: SqlTx, windows: readonly TouchedWindow[]): Promise<Used[]> {
  if (windows.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select cap.id as cap_id, w.start as window_start, coalesce(
      (select u.used from cap_usage u
        where u.company_id = ${tx.company} and u.cap_id = cap.id and u.window_start = w.start),
      ${countOfCalls(tx)})::bigint as used
    from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) as w("capId" bigint, start timestamptz, "end" timestamptz)
    join cap on cap.company_id = ${tx.company} and cap.id = w."capId"`;
  return rows.map((row) => ({ capId: Number(row.cap_id), start: row.window_start, used: row.used }));
}

/** The number or the minor units of the converted calls in window `w` of the cap `cap`. */
function countOfCalls(tx: SqlTx): Prisma.Sql {
  return Prisma.sql`case
        when cap.buyer_id is not null then
          (select coalesce(sum(case when cap.measure = 'revenue' then c.revenue_minor else 1 end), 0) from call c
            where c.company_id = ${tx.company} and c.buyer_id = cap.buyer_id and c.buyer_converted
              and c.started_at >= w.start and c.started_at < coalesce(w."end", 'infinity')
              and (cap.offer_id is null or c.offer_id = cap.offer_id))
        else
          (select coalesce(sum(case when cap.measure = 'revenue' then c.payout_minor else 1 end), 0) from call c
            where c.company_id = ${tx.company} and c.traffic_source_id = cap.traffic_source_id and c.offer_converted
              and c.started_at >= w.start and c.started_at < coalesce(w."end", 'infinity')
              and (cap.offer_id is null or c.offer_id = cap.offer_id))
      end`;
}
