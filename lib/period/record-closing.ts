import type { Month } from "@/lib/base/month";
import { findReceivers } from "@/lib/outbound/sql/receivers";
import { recordEvents } from "@/lib/outbound/sql/record-events";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** Queues a closing for outside systems. The ledger head must be locked. */
export async function recordClosing(tx: SqlTx, month: Month, closedAt: Date): Promise<void> {
  const receivers = await findReceivers(tx, ["period.closed"]);
  if (receivers === null) return;
  await recordEvents(tx, receivers, [
    {
      type: "period.closed",
      subject: "period",
      occurredAt: closedAt,
      parties: { offerId: null, buyerId: null, trafficSourceId: null },
      mechanism: null,
      shared: { month },
      buyerSide: {},
      offerSide: {},
    },
  ]);
}
