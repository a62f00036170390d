import type { InboxItem } from "@/lib/domain/inbox/inbox-item";
import type { SqlTx } from "../in-company";

const REPEATED_WITHIN_MS = 60 * 60_000;

/** Whether the very same waits already since less than an hour: senders that are not understood repeat themselves. */
export async function isFiledAlready(
  tx: SqlTx,
  item: Pick<InboxItem, "receivedAt" | "reason" | "endpointId" | "payload">,
): Promise<boolean> {
  const since = new Date(item.receivedAt.getTime() - REPEATED_WITHIN_MS);
  const rows = await tx.$queryRaw<unknown[]>`
    select from inbox
    where company_id = ${tx.company} and settled_at is null and received_at > ${since}::timestamptz
      and endpoint_id = ${item.endpointId ?? null}::bigint and reason = ${item.reason}
      and payload = ${JSON.stringify(item.payload)}::jsonb
    limit 1`;
  return rows.length > 0;
}
