import { expect, test } from "vitest";
import { identifyingDigits, numbersIn } from "./number-digits";

test.each([
  "+13035550142",
  "13035550142",
  "(303) 555-0142",
  "303-555-0142",
  "303.555.0142",
  "+1\u00a0303 555 0142",
  "caller=%2B1303%205550142&x=1",
  '{"from":"+1\\u00a0303-555-0142"}',
  "at 2026-11-23 (303) 555-0142",
  '["3035550142",7]',
])("%s contains the number", (text) => {
  expect(numbersIn(text)).toContain(identifyingDigits("+1 (303) 555-0142"));
});

test("separate figures are not a number, and a text with too many digits is not searched", () => {
  expect([...(numbersIn('{"zip":"80303","at":"5550142"}') ?? [])]).toEqual(["5550142"]);
  expect(numbersIn("0123456789".repeat(900).split("").sort().join("") + "7".repeat(20), 5)).toBeNull();
});
