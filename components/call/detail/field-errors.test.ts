import { expect, test } from "vitest";
import { SAMPLE_CALL } from "@/lib/testing/sample-call";
import { formValues } from "./call-form";
import { fieldErrors } from "./field-errors";

const call = { ...SAMPLE_CALL, buyer_converted: true, revenue: "41.00" };
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
