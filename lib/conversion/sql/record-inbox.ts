import type { EndpointParty } from "@/lib/outbound/domain/endpoint";
import { findReceivers } from "@/lib/outbound/sql/receivers";
import { recordEvents } from "@/lib/outbound/sql/record-events";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { InboxItem } from "../domain/inbox-item";

const OF_COMPANY: EndpointParty = { offerId: null, buyerId: null, trafficSourceId: null };

/** Queues new items of the inbox for outside systems, without what was sent, which may name a caller. */
export async function recordInbox(
  tx: SqlTx,
  filed: readonly { readonly id: number; readonly item: InboxItem }[],
): Promise<void> {
  const receivers = await findReceivers(tx, ["inbox.waiting"]);
  if (receivers === null) return;
  const events = filed.map(({ id, item: { receivedAt, reason, callId, side, mechanism } }) => ({
    type: "inbox.waiting" as const,
    subject: `inbox ${id}`,
    occurredAt: receivedAt,
    parties: OF_COMPANY,
    mechanism: null,
    shared: { item: { id, reason, call_id: callId, side, mechanism } },
    buyerSide: {},
    offerSide: {},
  }));
  await recordEvents(tx, receivers, events);
}
