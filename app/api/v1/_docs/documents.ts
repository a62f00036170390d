const BUYER = { type: "buyer", id: 7, name: "Brightside Solar" } as const;
export const WRITES =
  "Payments and refunds require the permission `billing: update`. Adjustments, write-offs, and opening balances require `adjustments: update`.";
export const documentOf = (party: object) => ({
  number: 1,
  party,
  kind: "payment",
  direction: "decrease",
  against: "cash_clearing",
  amount: "100.00",
  currency: "USD",
  dated: "2026-11-23",
  booked_on: "2026-11-23",
  reference: "Wire 4711",
  reason: null,
  statement: null,
  settles: true,
  allocations: [{ statement: 12, due_on: "2026-11-30", amount: "100.00" }],
  allocations_version: 1,
  unapplied: "0.00",
  created_at: "2026-11-23T10:43:00.000Z",
  by: { type: "member", name: "Ana Ruiz" },
  reversal: null,
});
export const DOCUMENT = documentOf(BUYER);
const AGED = {
  not_due: "150.00",
  days_1_30: "0.00",
  days_31_60: "0.00",
  days_61_90: "0.00",
  over_90: "0.00",
  unapplied: "0.00",
  not_on_statement: "25.00",
  balance: "175.00",
  overdue: "0.00",
};
export const AGEING = {
  status: 200,
  currency: "USD",
  as_of: "2026-11-23",
  buyers: [{ buyer: { id: BUYER.id, name: BUYER.name }, ...AGED }],
  totals: AGED,
};
