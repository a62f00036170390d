import { expect, test } from "vitest";
import { moneyText } from "./money-text";

test.each([
  ["10.00", "10.00"],
  ["-10.00", "−10.00"],
  ["1234.5", "1,234.5"],
  ["1234567", "1,234,567"],
  ["-123456.78", "−123,456.78"],
  ["0.00", "0.00"],
  ["-0.00", "0.00"],
  ["9007199254740993.01", "9,007,199,254,740,993.01"],
])("%s reads %s", (amount, text) => {
  expect(moneyText(amount)).toBe(text);
});

test("a plus sign is shown only on request, and never for zero", () => {
  expect(moneyText("5.00", { plus: true })).toBe("+5.00");
  expect(moneyText("0.00", { plus: true })).toBe("0.00");
  expect(moneyText("-5.00", { plus: true })).toBe("−5.00");
});

test("a text that is not an amount is unchanged", () => {
  expect(moneyText("–")).toBe("–");
});
