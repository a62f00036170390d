import type { InboxRow } from "@/lib/db/inbox/inbox-row";
import { type Access, may } from "@/lib/domain/access/access";

type Payload = InboxRow["payload"];

/** Names that say nothing of a person and nothing of money. */
const HARMLESS = ["buyer_converted", "offer_converted", "converted", "call_uuid", "occurred_at", "call_started_at"];
const OF_A_CALL = ["tokens", "reason", "caller", "event_id", "reference"];

/** What arrived, as far as this reader may know it. Senders use names of their own: only who may know all sees those. */
export function visiblePayload(access: Access, payload: Payload): { payload: Payload; hidden: boolean } {
  const [details, revenue, payout] = (["call.details", "call.revenue", "call.payout"] as const).map((area) =>
    may(access, "read", area),
  );
  if (details && revenue && payout) return { payload, hidden: false };
  const names = new Set([
    ...HARMLESS,
    ...(details ? OF_A_CALL : []),
    ...(revenue ? ["revenue"] : []),
    ...(payout ? ["payout"] : []),
  ]);
  const shown = Object.entries(payload).filter(([name]) => names.has(name));
  return { payload: Object.fromEntries(shown), hidden: shown.length < Object.keys(payload).length };
}
