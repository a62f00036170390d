import { SAMPLE_CALL, SAMPLE_ROLLUP } from "./calls";

export const READS =
  "Requires the permission `billing: read`. Buyers' amounts also require `call.revenue: read`, and traffic sources' amounts `call.payout: read`; without these, the amounts are omitted.";
export const SUMS = { entries: 192, revenue: "1270.00", payout: "640.00", margin: "630.00" };
export const KINDS = [
  { account: "revenue", kind: "charge", entries: 128, debit: "0.00", credit: "1280.00" },
  { account: "revenue", kind: "credit", entries: 1, debit: "10.00", credit: "0.00" },
  { account: "traffic_cost", kind: "payout", entries: 63, debit: "640.00", credit: "0.00" },
];
export const ENDED = { month: "2026-10", state: "ended", can_close: true, ...SUMS, closed: null };
export const CLOSED = {
  ...ENDED,
  state: "closed",
  can_close: false,
  closed: {
    at: "2026-11-02T09:12:00.000Z",
    by: { type: "member", name: "Ana Ruiz" },
    rollup_id: SAMPLE_ROLLUP.id,
    digest: SAMPLE_ROLLUP.digest,
  },
};
export const CALL = {
  id: SAMPLE_CALL.id,
  started_at: "2026-10-23T10:42:00.000Z",
  caller: "…0100",
  buyer: SAMPLE_CALL.buyer,
  traffic_source: SAMPLE_CALL.traffic_source,
  revenue: "0.00",
  payout: "0.00",
};
export const DETAIL = { currency: "USD", kinds: KINDS, waiting: 0, not_closable: null, corrections: 0 };
