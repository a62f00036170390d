import type { RouteGuide } from "./route-guide";
import { SAMPLE_CALL, SAMPLE_CALL_OF_BUYER, SAMPLE_UNDECIDED_CALL } from "./samples";

const CONFIRMED = {
  ...SAMPLE_CALL_OF_BUYER,
  buyer_decision: { ...SAMPLE_CALL_OF_BUYER.buyer_decision, mechanism: "webhook" },
};
const ITEM = {
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
const WEBHOOK = {
  buyer: SAMPLE_CALL.buyer,
  url: "https://your-domain.com/api/v1/hooks/buyers/••••••••",
  has_secret: true,
  secret_made_at: "2026-11-20T09:00:00.000Z",
  old_secret_until: null,
  created_at: "2026-11-20T09:00:00.000Z",
  paused: false,
  signature_required: true,
  window_minutes: 120,
  fields: { converted: { path: "lead.status", values: { SOLD: "true", RETURNED: "false" } } },
} as const;
const READS = "It takes the permission `settings: read`.";

/** Routes by which a buyer confirms its calls, and by which people resolve what waits. */
export const INBOX_GUIDE: Readonly<Record<string, RouteGuide>> = {
  "POST /hooks/buyers/{hook_key}": {
    section: "Conversions",
    about: [
      "For a buyer that posts when a call has ended, as often as it likes and as late as it likes: each post corrects the one before. It reaches that buyer's calls only. The call is named by `call_uuid`, or by `caller` and about when it started: exactly one call within the window of the address, two hours unless set otherwise, else the post waits in the inbox and is answered 200 with `held: true`. A post that comes before its call is applied when the call arrives.",
      "The key in the address suffices, unless the address asks for a signature as Standard Webhooks (standardwebhooks.com) has it: `webhook-id`, `webhook-timestamp` and `webhook-signature` over the body as it is sent, at most five minutes old. A signature that is wrong is refused in any case. The same `webhook-id`, or the same words under the same `reference`, is never applied twice.",
      "A name that is not known is ignored and listed in `ignored`, an empty value counts as absent, and what has to be refused waits in the inbox. Bodies that cannot be changed are read by the mapping of the address.",
    ],
    send: { call_uuid: SAMPLE_CALL.uuid, converted: true, revenue: "10.00", reference: "P-88" },
    answer: { status: 200, changed: true, call: CONFIRMED },
  },
  "GET /inbox": {
    section: "Inbox",
    about: [
      "What nobody may decide alone: posts that fit no call or more than one, refused posts, statements against a lock or outside a buyer's limits, automatic conversions that no longer hold, and duplicates that a reversal freed. Each tells what accepting it would post. What you may not read is left out.",
    ],
    send: "reason=locked&per_page=20",
    answer: { status: 200, items: [ITEM], metadata: { next_cursor: null } },
  },
  "GET /inbox/summary": {
    section: "Inbox",
    about: [
      "Buyers are pointed out whose address received posts in the last 30 days and none for 7, or none for five times the usual gap and at least a day; and those of whom everything was refused this week.",
    ],
    answer: { status: 200, open: 1, by_reason: { locked: 1 }, silent_buyers: [] },
  },
  "GET /inbox/{id}": {
    section: "Inbox",
    about: ["With `call`, it tells what matching the item with that call would post."],
    answer: { status: 200, item: ITEM, candidates: [] },
  },
  "POST /inbox/resolve": {
    section: "Inbox",
    about: [
      "`match` applies a statement to the call that you name, as its sender's. `accept` makes what was held your own statement, reverts an automatic conversion that no longer holds, or converts a duplicate that was freed. `retry` reads a refused post again, as its door would. `dismiss` leaves everything as it is.",
      "Each item is answered on its own, in the order of the numbers; one that was resolved before is answered as such and not touched, one that is named twice is answered once. It takes the permission `calls: update`, and those that the change itself takes.",
      "With `dry_run=true` nothing is saved: one answer (200) tells what the next rollup would post for all of the items together, which caps would count more or less, which items cannot be resolved as they are (`rejected`), and which would wait again because their side is locked or limited (`held`).",
    ],
    send: { action: "dismiss", ids: [31] },
    answer: { status: 207, results: [{ id: 31, status: 200, changed: false, resolution: "dismissed", call_id: 1042 }] },
  },
  "GET /buyers/{id}/webhook": {
    section: "Parties",
    about: ["The key in the address and the secret are never shown again.", READS],
    answer: { status: 200, webhook: WEBHOOK },
  },
  "PUT /buyers/{id}/webhook": {
    section: "Parties",
    about: [
      "Makes the address where the buyer has none yet; what is absent stays as it is. A key or secret that is made is in the answer, this once. It takes the permission `settings: update`.",
    ],
    send: { signature_required: true, window_minutes: 120 },
    answer: { status: 200, webhook: { ...WEBHOOK, secret: "whsec_SECRET" } },
  },
  "GET /buyers/{id}/webhook/events": {
    section: "Parties",
    about: ["Every delivery is in it, also one with a wrong signature.", READS],
    answer: {
      status: 200,
      events: [
        {
          id: 12,
          received_at: "2026-11-23T10:46:00.000Z",
          signature: "valid",
          answered: 200,
          outcome: "applied",
          problem: null,
          call_id: 1042,
          payload: '{"converted":true}',
        },
      ],
      metadata: { next_cursor: null },
    },
  },
  "POST /buyers/{id}/webhook/try": {
    section: "Parties",
    about: ["Nothing is saved. Send `fields` to try a mapping before you save it.", READS],
    send: { body: '{"converted":true,"caller":"+15550100"}' },
    answer: {
      status: 200,
      reads: { converted: "true", caller: "+15550100" },
      ignored: [],
      call_id: 1042,
      outcome: "applied",
      problem: null,
    },
  },
};
