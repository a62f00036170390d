import { expect, test } from "vitest";
import type { Billing } from "@/lib/ledger/contract/billing";
import { billingRows, standingRow } from "./billing-rows";

const buyer = { type: "buyer" as const, id: 7, name: "Brightside Solar" };
const posted = {
  rollup_id: 12,
  period: "2026-11",
  posted_at: "2026-11-23T10:48:00Z",
  correction: false,
  service_date: "2026-11-23",
  booked_on: "2026-11-23",
  statement_number: null,
};
const charge = {
  id: "a",
  kind: "charge",
  amount: "10.00",
  party: buyer,
  offsets_entry_id: null,
  change_version: 1,
  ...posted,
};
const billing = (rest: Partial<Billing>): Billing => ({
  currency: "USD",
  pending: [],
  entries: [],
  closed_month: null,
  next_rollup_at: "2026-11-23T10:49:00Z",
  ...rest,
});

test("a pending credit is linked to the posted charge it offsets", () => {
  const credit = { kind: "credit", amount: "10.00", party: buyer, change_version: 2, offsets_version: 1 };
  const rows = billingRows(billing({ pending: [credit], entries: [charge] }));
  expect(rows.map(({ key, offsets, offsetBy }) => ({ key, offsets, offsetBy }))).toEqual([
    { key: "credit-2", offsets: "charge-1", offsetBy: null },
    { key: "charge-1", offsets: null, offsetBy: "credit-2" },
  ]);
  expect(standingRow(rows, "charge")).toBeNull();
});

test("a posted credit is linked by the entry it names, and the new charge is not offset", () => {
  const credit = { ...charge, id: "b", kind: "credit", change_version: 2, offsets_entry_id: "a" };
  const next = { ...charge, id: "c", amount: "12.50", change_version: 2 };
  const rows = billingRows(billing({ entries: [charge, next, credit] }));
  expect(rows.map(({ key }) => key)).toEqual(["credit-2", "charge-2", "charge-1"]);
  expect(standingRow(rows, "charge")?.key).toBe("charge-2");
});

test("an unknown kind is listed without a link", () => {
  const fee = { kind: "fee", party: buyer, change_version: 3, offsets_version: 1 };
  expect(billingRows(billing({ pending: [fee], entries: [charge] }))[0]).toMatchObject({ kind: "fee", offsets: null });
});
