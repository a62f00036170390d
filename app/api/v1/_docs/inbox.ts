import { SAMPLE_CALL, SAMPLE_CALL_OF_BUYER, SAMPLE_UNDECIDED_CALL } from "./calls";

export const CONFIRMED = {
  ...SAMPLE_CALL_OF_BUYER,
  buyer_decision: { ...SAMPLE_CALL_OF_BUYER.buyer_decision, mechanism: "webhook" },
};
export const ITEM = {
  id: 31,
  reason: "locked",
  received_at: "2026-11-23T10:46:00.000Z",
  times: 1,
  last_received_at: "2026-11-23T10:46:00.000Z",
  side: "buyer",
  mechanism: "webhook",
  actor: { type: "webhook", name: "Brightside Solar" },
  call: { ...SAMPLE_UNDECIDED_CALL, buyer_locked: true },
  sought: null,
  update: { buyer_converted: true, revenue: "10.00" },
  problem: null,
  payload: { call_uuid: SAMPLE_CALL.uuid, converted: "true", revenue: "10.00" },
  payload_hidden: false,
  preview: {
    entries: [
      {
        kind: "charge",
        party: { type: "buyer", ...SAMPLE_CALL.buyer },
        amount: "10.00",
        period: "2026-11",
        service_date: "2026-11-23",
        correction: false,
        offsets_entry_id: null,
      },
    ],
    margin: "10.00",
  },
  actions: ["accept", "dismiss"],
  resolved: null,
} as const;
export const WEBHOOK = {
  buyer: SAMPLE_CALL.buyer,
  url: "https://your-domain.com/api/v1/hooks/buyers/••••••••",
  has_secret: true,
  secret_made_at: "2026-11-20T09:00:00.000Z",
  old_secret_until: null,
  created_at: "2026-11-20T09:00:00.000Z",
  paused: false,
  signature_required: true,
  get_allowed: false,
  window_minutes: 120,
  fields: { converted: { path: "lead.status", values: { SOLD: "true", RETURNED: "false" } } },
} as const;
export const READS = "Requires the permission `settings: read`.";
