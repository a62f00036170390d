import { expect, test } from "vitest";
import type { Call } from "@/lib/call/contract/call";
import { formValues } from "./call-form";
import { fieldErrors } from "./field-errors";

const call: Call = {
  id: 1042,
  uuid: "0b8e6f0e-4a61-4a3f-9b52-0d6a3f1c2b10",
  version: 4,
  caller: "+15550100",
  currency: "USD",
  offer: { id: 3, name: "Solar quotes" },
  traffic_source: { id: 9, name: "Sunrise Media" },
  buyer: { id: 7, name: "Brightside Solar" },
  started_at: "2026-11-23T10:42:00Z",
  answered_at: null,
  ended_at: null,
  duration_seconds: 184,
  connected_seconds: 171,
  buyer_converted: true,
  offer_converted: false,
  revenue: "41.00",
  payout: "0.00",
};
const errorsOf = (revenue: string, { decimals = 2, currency = "USD" } = {}) =>
  fieldErrors({ ...call, currency }, { ...formValues(call), revenue }, decimals);

test.each(["1250", "1,250.00", "12.5", " 0 ", "999,999,999.99"])("%j is an amount", (text) => {
  expect(errorsOf(text)).toEqual({});
});

test.each(["12,50", "-1", "1e3", "1.250,00", "$5", "1000000000"])(
  "%j gets a message about the notation of amounts",
  (text) => {
    expect(errorsOf(text)).toEqual({
      revenue: "Enter an amount such as 1,250.00: no sign, at most 999,999,999.99.",
    });
  },
);

test("the examples in the message are accepted", () => {
  const [, sample = "", most = ""] = /such as (\S+): .* most (\S+)\.$/.exec(errorsOf("x").revenue ?? "") ?? [];
  expect([errorsOf(sample), errorsOf(most)]).toEqual([{}, {}]);
});

test("the examples have the decimals of the currency", () => {
  const yen = { currency: "JPY", decimals: 0 };
  expect(errorsOf("x", yen).revenue).toBe("Enter an amount such as 1,250: no sign, at most 999,999,999.");
  expect(errorsOf("10.5", yen).revenue).toBe("JPY has no decimals.");
  expect(errorsOf("10.505").revenue).toBe("USD has at most 2 decimals.");
});

test("an emptied amount is asked for", () => {
  expect(errorsOf(" ")).toEqual({ revenue: "Enter an amount, or 0.00 for none." });
});
