export const DIGEST = "9f2c6d1e8b7a4530c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738";
export const PROOF = {
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
