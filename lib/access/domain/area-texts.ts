import type { Area } from "./access";

/** What a permission is about, for people. */
export const AREA_TEXTS: Readonly<Record<Area, { readonly label: string; readonly about: string }>> = {
  calls: { label: "Calls", about: "Finding calls, recording them, and the inbox." },
  "call.details": { label: "Call details", about: "Caller, recording, transcript and proofs." },
  "call.tokens": { label: "Tokens", about: "Facts about a call, such as zip." },
  "call.buyer_converted": { label: "Buyer Converted?", about: "Whether the buyer is charged." },
  "call.offer_converted": { label: "TS Converted?", about: "Whether the traffic source is paid." },
  "call.revenue": { label: "Revenue", about: "What the buyer pays, wherever it appears." },
  "call.payout": { label: "Payout", about: "What the traffic source earns, wherever it appears." },
  billing: { label: "Billing", about: "Accounts, payments, statements and months." },
  rollups: { label: "Rollups", about: "Posting what is pending." },
  adjustments: { label: "Adjustments", about: "Adjustments, write-offs and opening balances." },
  settings: { label: "Settings", about: "Buyers, offers, traffic sources, prices, caps and integrations." },
  keys: { label: "Keys", about: "API keys and secure tokens." },
  members: { label: "Members", about: "Who may do what, and the audit log." },
};
