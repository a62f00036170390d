import type { SqlTx } from "../in-company";
import { INBOX_COLUMNS, type InboxColumns, type InboxRow, inboxNames, inboxRow } from "./inbox-row";

/** What waits for one of these calls, in the order in which it arrived. */
export type Waiting = InboxRow & { readonly callsFound: readonly number[] };

/**
 * Open statements that look for these calls by uuid, or by caller, buyer and time. `callsFound` are all calls that a
 * statement fits, also beside these: only where that is one is it clear which is meant.
 */
export async function findWaiting(tx: SqlTx, callIds: readonly number[]): Promise<Waiting[]> {
  const rows = await tx.$queryRaw<(InboxColumns & { calls_found: bigint[] })[]>`
    select ${INBOX_COLUMNS}, found.ids as calls_found
    from (
      select w.id from (
        select call.uuid, call.caller_hash from call
        where call.company_id = ${tx.company} and call.id = any(${callIds}::bigint[])
      ) c
      cross join lateral (
        select id from inbox where inbox.company_id = ${tx.company} and inbox.settled_at is null
          and inbox.sought_uuid = c.uuid
        union
        select id from inbox where inbox.company_id = ${tx.company} and inbox.settled_at is null
          and inbox.sought_caller = c.caller_hash
      ) w
      group by w.id
    ) waits
    join inbox i on i.company_id = ${tx.company} and i.id = waits.id and i.reason = 'unmatched'
    cross join lateral (
      select array_agg(call.id order by call.id) as ids from call
      where call.company_id = ${tx.company}
        and (call.uuid = i.sought_uuid or (call.caller_hash = i.sought_caller
          and call.started_at between (i.statement -> 'sought' ->> 'from')::timestamptz
            and (i.statement -> 'sought' ->> 'until')::timestamptz))
        and (i.statement -> 'sought' ->> 'buyer_id' is null
          or call.buyer_id = (i.statement -> 'sought' ->> 'buyer_id')::bigint)
    ) found
    ${inboxNames(tx)}
    where found.ids && ${callIds}::bigint[]
    order by i.received_at, i.id`;
  return rows.map((row) => ({ ...inboxRow(row), callsFound: row.calls_found.map(Number) }));
}
