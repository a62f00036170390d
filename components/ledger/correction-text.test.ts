import { expect, test } from "vitest";
import type { BillingRow } from "./billing-rows";
import { correctionText } from "./correction-text";

const PARTY = { type: "buyer", id: 7, name: "Birch Roofing" } as const;

function row(kind: string, version: number, more: Partial<BillingRow> & { posted: BillingRow["posted"] }): BillingRow {
  return {
    ...{
      key: `${kind}-${version}`,
      kind,
      version,
      party: PARTY,
      amount: "10.00",
      offsets: null,
      offsetBy: null,
      closedMonth: null,
    },
    ...more,
  };
}

function posted(service_date: string, booked_on: string): NonNullable<BillingRow["posted"]> {
  const correction = booked_on > service_date;
  return {
    rollup_id: 3,
    period: booked_on.slice(0, 7),
    posted_at: "2026-11-03T10:00:00Z",
    correction,
    service_date,
    booked_on,
  };
}

const charge = row("charge", 1, { posted: posted("2026-10-28", "2026-10-28") });

test("a reversal after its month was closed says what it offsets and why it is in a later month", () => {
  const credit = row("credit", 2, { posted: posted("2026-10-28", "2026-11-01"), offsets: "charge-1" });
  expect(correctionText(credit, [credit, charge])).toBe(
    "reverses the charge of Oct 2026; Oct 2026 was closed, booked 1 Nov 2026",
  );
});

test("a conversion after its month was closed names the day of the call", () => {
  const late = row("charge", 1, { posted: posted("2026-10-28", "2026-11-01") });
  expect(correctionText(late, [late])).toBe("call of 28 Oct 2026; Oct 2026 was closed, booked 1 Nov 2026");
});

test("a pending entry of a closed month says where it will be booked", () => {
  const closedMonth = { month: "2026-10", booked_in: "2026-11" };
  const credit = row("credit", 2, { posted: null, closedMonth, offsets: "charge-1" });
  expect(correctionText(credit, [credit, charge])).toBe(
    "reverses the charge of Oct 2026; Oct 2026 is closed, to be booked in Nov 2026",
  );
  expect(correctionText({ ...credit, offsets: null }, [])).toBe(
    "call of Oct 2026; Oct 2026 is closed, to be booked in Nov 2026",
  );
});

test("an entry booked on its own day, or pending in an open month, is no correction", () => {
  expect(correctionText(charge, [charge])).toBeNull();
  expect(correctionText(row("charge", 2, { posted: null }), [])).toBeNull();
});
