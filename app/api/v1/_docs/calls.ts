/** Sample records for the reference; a test compares them with the contracts. */

export const SAMPLE_CALL = {
  id: 1042,
  uuid: "0b8e7c1a-3f52-4c6d-9e81-2a4b6c8d0e1f",
  external_id: "CA-7781",
  version: 1,
  caller: "+15550100",
  currency: "USD",
  offer: { id: 3, name: "Solar quotes" },
  traffic_source: { id: 9, name: "Sunrise Media" },
  buyer: { id: 7, name: "Brightside Solar" },
  started_at: "2026-11-23T10:42:00.000Z",
  answered_at: "2026-11-23T10:42:13.000Z",
  ended_at: "2026-11-23T10:45:04.000Z",
  duration_seconds: 184,
  connected_seconds: 171,
  recording_url: "https://recordings.test/7781.mp3",
  tokens: { zip: "80202" },
  buyer_converted: true,
  offer_converted: false,
  revenue: "10.00",
  payout: "0.00",
  buyer_locked: false,
  offer_locked: false,
  buyer_decision: {
    mechanism: "api",
    explicit: true,
    locked: false,
    decided_at: "2026-11-23T10:46:00.000Z",
    rule: null,
    by: { type: "api_key", name: "CRM" },
  },
  offer_decision: null,
};

const { by, ...DECISION_OF_BUYER } = SAMPLE_CALL.buyer_decision;

/** The same call as a buyer's system sees it. */
export const SAMPLE_CALL_OF_BUYER = {
  id: SAMPLE_CALL.id,
  uuid: SAMPLE_CALL.uuid,
  version: SAMPLE_CALL.version,
  currency: SAMPLE_CALL.currency,
  offer: SAMPLE_CALL.offer,
  buyer: SAMPLE_CALL.buyer,
  started_at: SAMPLE_CALL.started_at,
  answered_at: SAMPLE_CALL.answered_at,
  ended_at: SAMPLE_CALL.ended_at,
  duration_seconds: SAMPLE_CALL.duration_seconds,
  connected_seconds: SAMPLE_CALL.connected_seconds,
  buyer_converted: true,
  offer_converted: false,
  revenue: "10.00",
  buyer_locked: false,
  offer_locked: false,
  buyer_decision: { ...DECISION_OF_BUYER, mechanism: "secure_api" },
  offer_decision: null,
};

export const SAMPLE_LOCKED_CALL = {
  ...SAMPLE_CALL,
  version: 2,
  buyer_locked: true,
  buyer_decision: { ...SAMPLE_CALL.buyer_decision, locked: true },
};

export const SAMPLE_UNDECIDED_CALL = {
  ...SAMPLE_CALL,
  version: 2,
  buyer_converted: false,
  revenue: "0.00",
  buyer_decision: null,
};

/** Reported with its seconds only: answer and end are unknown. */
export const SAMPLE_NEW_CALL = {
  ...SAMPLE_UNDECIDED_CALL,
  version: 0,
  answered_at: null,
  ended_at: null,
  recording_url: null,
};

export const SAMPLE_CHANGE = {
  version: 1,
  changed_at: "2026-11-23T10:46:00.000Z",
  occurred_at: null,
  mechanism: "api",
  actor: { type: "api_key", name: "CRM" },
  reason: "The policy was sold.",
  buyer_converted: { from: false, to: true },
  buyer_decided: { from: null, to: "api" },
  revenue: { from: "0.00", to: "10.00" },
};

export const SAMPLE_FED_CHANGES = [
  { type: "call.created", call_id: SAMPLE_CALL.id, changed_at: "2026-11-23T10:45:05.000Z" },
  {
    type: "conversion.changed",
    call_id: SAMPLE_CALL.id,
    changed_at: "2026-11-23T10:46:00.000Z",
    version: 1,
    occurred_at: null,
    mechanism: "api",
    buyer_converted: { from: false, to: true },
    buyer_decided: { from: null, to: "api" },
    revenue: { from: "0.00", to: "10.00" },
  },
];

export const SAMPLE_TOKEN_CHANGE = {
  changed_at: "2026-11-23T10:45:30.000Z",
  actor: { type: "api_key", name: "CRM" },
  mechanism: "api",
  name: "zip",
  from: null,
  to: "80202",
};

const BUYER = { type: "buyer", id: 7, name: "Brightside Solar" };

/** Converted, billed and reversed, with a pending credit. */
export const SAMPLE_BILLING = {
  currency: "USD",
  pending: [{ kind: "credit", amount: "10.00", party: BUYER, change_version: 2, offsets_version: 1 }],
  entries: [
    {
      id: "call-1042-1-charge",
      kind: "charge",
      amount: "10.00",
      party: BUYER,
      debit_account: "buyer_receivable",
      credit_account: "revenue",
      offsets_entry_id: null,
      correction: false,
      service_date: "2026-11-23",
      booked_on: "2026-11-23",
      statement_number: null,
      change_version: 1,
      rollup_id: 12,
      period: "2026-11",
      posted_at: "2026-11-23T10:47:00.000Z",
    },
  ],
  totals: {
    charged: "10.00",
    credited: "0.00",
    payouts: "0.00",
    clawbacks: "0.00",
    net_revenue: "10.00",
    net_payout: "0.00",
  },
  closed_month: null,
  next_rollup_at: "2026-11-23T10:48:00.000Z",
};

export const SAMPLE_ROLLUP = {
  id: 12,
  posted_at: "2026-11-23T10:47:00.000Z",
  changes: 3,
  entries: 5,
  does: "calls",
  closes: null,
  duration_ms: 42,
  revenue: "30.00",
  payout: "18.00",
  digest: "9f2c6d1e0b7a4f835c2d9e8176a0b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4",
  previous_digest: "1b2a3c4d5e6f708192a3b4c5d6e7f80919f2c6d1e0b7a4f835c2d9e8176a0b3c",
};
