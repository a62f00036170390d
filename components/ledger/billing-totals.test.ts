import { expect, test } from "vitest";
import { billingTotals } from "./billing-totals";

const buyer = { type: "buyer" as const, id: 7, name: "Brightside Solar" };
const totals = {
  charged: "10.00",
  credited: "0.00",
  payouts: "6.00",
  clawbacks: "0.00",
  net_revenue: "10.00",
  net_payout: "6.00",
};
const next_rollup_at = "2026-11-23T10:49:00Z";
const billing = { currency: "USD", pending: [], entries: [], totals, closed_month: null, next_rollup_at };

test("totals of posted entries: what the buyer owes, the traffic source earned, and the margin", () => {
  expect(billingTotals(billing, 2)).toEqual({
    posted: { buyerOwes: "10.00", sourceEarned: "6.00", profit: "4.00" },
    afterNextRollup: null,
  });
});

test("pending entries are added with their sign", () => {
  const pending = [
    { kind: "credit", amount: "10.00", party: buyer, change_version: 2, offsets_version: 1 },
    { kind: "charge", amount: "3.50", party: buyer, change_version: 2, offsets_version: null },
  ];
  expect(billingTotals({ ...billing, pending }, 2)?.afterNextRollup).toEqual({
    buyerOwes: "3.50",
    sourceEarned: "6.00",
    profit: "-2.50",
  });
});

test("without permission for amounts there are no totals", () => {
  expect(billingTotals({ ...billing, totals: undefined }, 2)).toBeNull();
});
