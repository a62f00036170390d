import { expect, test } from "vitest";
import { signedAmount } from "./signed-amount";

test("an entry that lowers a balance has a minus, and its reversal none", () => {
  expect(signedAmount("charge", "buyer", "10.00")).toBe("10.00");
  expect(signedAmount("credit", "buyer", "10.00")).toBe("-10.00");
  expect(signedAmount("clawback", "traffic_source", "10.00")).toBe("-10.00");
  expect(signedAmount("payment", "traffic_source", "10.00")).toBe("-10.00");
  expect(signedAmount("payment_reversal", "buyer", "10.00")).toBe("10.00");
  expect(signedAmount("refund_reversal", "buyer", "10.00")).toBe("-10.00");
});

test("a write-off lowers what a buyer owes and raises a traffic source's negative balance", () => {
  expect(signedAmount("write_off", "buyer", "10.00")).toBe("-10.00");
  expect(signedAmount("write_off", "traffic_source", "10.00")).toBe("10.00");
});

test("a kind without a fixed direction, or an unknown kind, has no sign", () => {
  expect(signedAmount("adjustment", "buyer", "10.00")).toBe("10.00");
  expect(signedAmount("adjustment_reversal", "buyer", "10.00")).toBe("10.00");
  expect(signedAmount("bonus", "buyer", "10.00")).toBe("10.00");
});
