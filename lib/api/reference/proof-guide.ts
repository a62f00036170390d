import type { RouteGuide } from "./route-guide";

const DIGEST = "9f2c6d1e8b7a4530c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738";
const PROOF = {
  status: 200,
  proof: {
    id: 4,
    state: "holds",
    started_at: "2026-11-23T10:43:00.000Z",
    finished_at: "2026-11-23T10:43:09.000Z",
    by: "Ana Ruiz",
    percent_done: 100,
    entries: 18_204,
    links: 412,
    difference: null,
  },
  head: { number: 412, digest: DIGEST, posted_at: "2026-11-23T10:42:00.000Z" },
  exported: { file: "ledger-heads/1.jsonl", number: 412, missing: 0, address: null, sent: null },
} as const;

export const PROOF_GUIDE: Readonly<Record<string, RouteGuide>> = {
  "GET /proof": {
    section: "Billing",
    about: [
      "Keep `head.digest` somewhere else: it vouches for every entry up to it, and nobody can alter one unnoticed.",
    ],
    answer: PROOF,
  },
  "POST /proof": {
    section: "Billing",
    about: [
      "It runs beside the request, and nothing waits for it: ask `GET /proof` how it goes. Whoever asks while one runs shares that one. Takes the permission `billing: update`.",
    ],
    answer: {
      ...PROOF,
      proof: { ...PROOF.proof, state: "running", finished_at: null, percent_done: 0, entries: 0, links: 0 },
    },
  },
  "GET /ledger/export": {
    section: "Billing",
    about: [
      "A text that is streamed, in the order of posting, from one moment. It holds the balances that hledger and beancount shall arrive at after every closed month and at the end: `hledger check` and `bean-check` compare them. With `from`, what was before comes as opening balances. A company reads three at once; one more is answered 429. Takes `billing: read`, `call.revenue: read` and `call.payout: read`.",
    ],
    send: "format=hledger&from=2026-11-01",
  },
  "GET /erasures": {
    section: "Settings",
    about: ["Of a caller only the keyed hash is kept, by which duplicates are known; the number is kept nowhere."],
    send: "per_page=20",
    answer: {
      status: 200,
      erase_after_days: 730,
      erasures: [
        {
          id: 5,
          erased_at: "2026-11-23T10:43:00.000Z",
          calls: 3,
          started_before: null,
          caller_hash: DIGEST,
          by: "Ana Ruiz",
        },
      ],
      metadata: { next_cursor: null },
    },
  },
  "POST /erasures": {
    section: "Settings",
    about: [
      "For good: caller number, tokens, transcripts, recording addresses, reasons, proofs and payloads of every call of this number, also where calls came from it without its country; and the number in what members wrote: reasons, references, rules. What arrives late does not bring them back: what names the number and means no call is kept without its words. No money moves: changes, entries, statements and seals stay as they are.",
    ],
    send: { caller: "+15550199" },
    answer: { status: 200, calls: 3 },
  },
  "POST /erasures/preview": {
    section: "Settings",
    about: ["Name a `caller` or `erase_after_days`. Nothing is changed."],
    send: { erase_after_days: 730 },
    answer: { status: 200, calls: 3 },
  },
  "PUT /company/erasure": {
    section: "Settings",
    about: ["It is done every night. 0 keeps everything."],
    send: { erase_after_days: 3650 },
    answer: { status: 200, erase_after_days: 3650 },
  },
};
