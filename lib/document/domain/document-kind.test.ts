import { expect, test } from "vitest";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import { accountsOf, directionOf, type RecordedKind } from "./document-kind";

type Row = readonly [RecordedKind, OwnerType, "increase" | "decrease" | undefined, debit: string, credit: string];

test.each<Row>([
  ["payment", "buyer", undefined, "cash_clearing", "party"],
  ["payment", "traffic_source", undefined, "party", "cash_clearing"],
  ["refund", "buyer", undefined, "party", "cash_clearing"],
  ["refund", "traffic_source", undefined, "cash_clearing", "party"],
  ["adjustment", "buyer", "increase", "party", "adjustments"],
  ["adjustment", "buyer", "decrease", "adjustments", "party"],
  ["adjustment", "traffic_source", "increase", "adjustments", "party"],
  ["adjustment", "traffic_source", "decrease", "party", "adjustments"],
  ["write_off", "buyer", undefined, "bad_debt", "party"],
  ["write_off", "traffic_source", undefined, "bad_debt", "party"],
  ["opening_balance", "buyer", "increase", "party", "opening_balances"],
  ["opening_balance", "traffic_source", "increase", "opening_balances", "party"],
])("a %s of a %s (%s) debits %s and credits %s", (kind, party, reported, debit, credit) => {
  const direction = directionOf(kind, party, reported);
  expect(direction && accountsOf(kind, party, direction)).toEqual({ debit, credit });
});

test("only an adjustment that corrects tax is posted against tax", () => {
  expect(accountsOf("adjustment", "buyer", "decrease", "tax")).toEqual({ debit: "tax", credit: "party" });
  expect(accountsOf("adjustment", "traffic_source", "increase", "tax")).toEqual({ debit: "tax", credit: "party" });
  expect(accountsOf("payment", "buyer", "decrease", "tax")).toEqual({ debit: "cash_clearing", credit: "party" });
});

test("an adjustment needs a direction; a payment has its own and ignores a requested one", () => {
  expect(directionOf("adjustment", "buyer")).toBeNull();
  expect(directionOf("payment", "buyer", "increase")).toBe("decrease");
});
