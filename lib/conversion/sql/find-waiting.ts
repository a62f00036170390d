import type { SqlTx } from "@/lib/platform/sql/in-company";
import { INBOX_COLUMNS, type InboxColumns, type InboxRow, inboxNames, inboxRow } from "./inbox-row";

/** Items that wait for one of these calls, in order of arrival. */
export type WaitingRow = InboxRow & {
  /** Calls that the item may be about, whoever their buyer is now. */
  readonly callIds: readonly number[];
  /** Another call of its buyer matches too. */
  readonly fitsOthers: boolean;
};

/** Open updates that name these calls by uuid, or by caller and time. */
export async function findWaiting(tx: SqlTx, callIds: readonly number[]): Promise<WaitingRow[]> {
  if (callIds.length === 0) return [];
  const rows = await tx.$queryRaw<(InboxColumns & { call_ids: bigint[]; fits_others: boolean })[]>`
    select ${INBOX_COLUMNS}, found.call_ids, found.fits_others
    from (
      select w.id from (
        select call.uuid, call.caller_hash from call
        where call.company_id = ${tx.company} and call.id = any(${callIds}::bigint[])
      ) c
      cross join lateral (
        select id from inbox where inbox.company_id = ${tx.company} and inbox.resolved_at is null
          and inbox.sought_uuid = c.uuid
        union
        select id from inbox where inbox.company_id = ${tx.company} and inbox.resolved_at is null
          and inbox.sought_caller = c.caller_hash
      ) w
      group by w.id
    ) waits
    join inbox i on i.company_id = ${tx.company} and i.id = waits.id and i.reason = 'unmatched'
    cross join lateral (
      select array_agg(call.id order by call.id) filter (where call.id = any(${callIds}::bigint[])) as call_ids,
        coalesce(bool_or(call.id <> all(${callIds}::bigint[])
          and (i.conversion_update -> 'sought' ->> 'buyer_id' is null
            or call.buyer_id = (i.conversion_update -> 'sought' ->> 'buyer_id')::bigint)), false) as fits_others
      from call
      where call.company_id = ${tx.company}
        and (call.uuid = i.sought_uuid or (call.caller_hash = i.sought_caller
          and call.started_at between (i.conversion_update -> 'sought' ->> 'from')::timestamptz
            and (i.conversion_update -> 'sought' ->> 'until')::timestamptz))
    ) found
    ${inboxNames(tx)}
    where found.call_ids is not null
    order by i.received_at, i.id`;
  return rows.map((row) => ({
    ...inboxRow(row),
    callIds: row.call_ids.map(Number),
    fitsOthers: row.fits_others,
  }));
}
