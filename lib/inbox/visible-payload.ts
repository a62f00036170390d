import { type Access, may } from "@/lib/access/domain/access";
import { mayReadToken, type PricingTokens } from "@/lib/call/domain/pricing-tokens";
import type { InboxRow } from "@/lib/conversion/sql/inbox-row";

type Payload = InboxRow["payload"];

/** Field names that reveal nothing about a person or amount. */
const HARMLESS = ["buyer_converted", "offer_converted", "converted", "call_uuid", "occurred_at", "call_started_at"];
const OF_A_CALL = ["tokens", "reason", "caller", "event_id", "reference"];

/** The payload as far as this reader may see it. Senders' own names are shown only to readers of everything. */
export function visiblePayload(
  access: Access,
  pricing: PricingTokens,
  sent: Payload,
): { payload: Payload; hidden: boolean } {
  const [details, revenue, payout] = (["call.details", "call.revenue", "call.payout"] as const).map((area) =>
    may(access, "read", area),
  );
  if (details && revenue && payout) return { payload: sent, hidden: false };
  const names = new Set([
    ...HARMLESS,
    ...(details ? OF_A_CALL : []),
    ...(revenue ? ["revenue", "add_revenue"] : []),
    ...(payout ? ["payout", "add_payout"] : []),
  ]);
  const { tokens, ...others } = Object.fromEntries(Object.entries(sent).filter(([name]) => names.has(name)));
  const payload = { ...others, ...(isRecord(tokens) && { tokens: visible(access, pricing, tokens) }) };
  return { payload, hidden: countOf(payload) < countOf(sent) };
}

function visible(access: Access, pricing: PricingTokens, tokens: Payload): Payload {
  return Object.fromEntries(Object.entries(tokens).filter(([name]) => mayReadToken(access, pricing, name)));
}

/** Counts fields and tokens. */
function countOf(payload: Payload): number {
  return Object.keys(payload).length + (isRecord(payload.tokens) ? Object.keys(payload.tokens).length : 0);
}

function isRecord(value: unknown): value is Payload {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
