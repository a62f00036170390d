import type { Used } from "@/lib/cap/domain/cap-counts";
import type { TouchedWindow } from "@/lib/cap/domain/touched-windows";
import type { Owner } from "@/lib/party/sql/lock-owner";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { callsOf } from "./past-calls";

type Row = { cap_id: bigint; window_start: Date; used: bigint };

/** Usage of these windows by calls outside the simulation. */
export async function readUsageBeside(
  tx: SqlTx,
  owner: Owner,
  from: Date,
  windows: readonly TouchedWindow[],
): Promise<Used[]> {
  if (windows.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select cap.id as cap_id, w.start as window_start, coalesce(
      case
        when cap.buyer_id is not null then
          (select sum(case when cap.measure = 'revenue' then call.revenue_minor else 1 end) from call
            where call.company_id = ${tx.company} and call.buyer_id = cap.buyer_id and call.buyer_converted
              and call.started_at >= w.start and call.started_at < coalesce(w."end", 'infinity')
              and (cap.offer_id is null or call.offer_id = cap.offer_id)
              and (call.started_at < ${from}::timestamptz or (${callsOf(owner)}) is not true))
        else
          (select sum(case when cap.measure = 'revenue' then call.payout_minor else 1 end) from call
            where call.company_id = ${tx.company} and call.traffic_source_id = cap.traffic_source_id and call.offer_converted
              and call.started_at >= w.start and call.started_at < coalesce(w."end", 'infinity')
              and (cap.offer_id is null or call.offer_id = cap.offer_id)
              and (call.started_at < ${from}::timestamptz or (${callsOf(owner)}) is not true))
      end, 0)::bigint as used
    from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) as w("capId" bigint, start timestamptz, "end" timestamptz)
    join cap on cap.company_id = ${tx.company} and cap.id = w."capId"`;
  return rows.map((row) => ({ capId: Number(row.cap_id), start: row.window_start, used: row.used }));
}
