import type { InboxReason } from "@/lib/conversion/domain/inbox-item";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** Open items by reason; reasons without items are absent. */
export async function countOpenItems(tx: SqlTx): Promise<ReadonlyMap<InboxReason, number>> {
  const rows = await tx.$queryRaw<{ reason: InboxReason; items: bigint }[]>`
    select reason, count(*) as items from inbox
    where company_id = ${tx.company} and resolved_at is null group by reason`;
  return new Map(rows.map(({ reason, items }) => [reason, Number(items)]));
}
