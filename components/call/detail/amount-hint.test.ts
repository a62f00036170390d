import { expect, test } from "vitest";
import type { PreviewState } from "@/lib/conversion/contract/preview";
import { amountHint } from "./amount-hint";

const BLANK = { text: "", isTyped: false };
const AGREED: PreviewState = { converted: true, amount: "1041.00", amount_from: "terms" };
const BY_RULE: PreviewState = { ...AGREED, amount_from: "rule", rule: { id: 2, name: "Roof repair" } };
const hint = (after: PreviewState, field = BLANK) => amountHint("revenue", after, field);

test("the hint says where the amount of a conversion comes from", () => {
  expect(hint(AGREED)).toBe("Agreed price 1,041.00");
  expect(hint(BY_RULE)).toBe("Rule price 1,041.00 · Roof repair");
  expect(hint({ ...AGREED, amount_from: "stated" })).toBe("Stated amount 1,041.00");
  expect(hint({ ...AGREED, amount: "0.00", amount_from: null })).toBe("No agreed price");
  expect(amountHint("payout", AGREED, BLANK)).toBe("Agreed payout 1,041.00");
});

test("if the field still shows another amount, the hint says what it becomes", () => {
  expect(hint(AGREED, { text: "52.00", isTyped: false })).toBe("Becomes 1,041.00, the agreed price");
  expect(hint(BY_RULE, { text: "52.00", isTyped: false })).toBe("Becomes 1,041.00, the rule price · Roof repair");
  expect(hint(AGREED, { text: "1,041.00", isTyped: false })).toBe("Agreed price 1,041.00");
});

test("a typed, hidden or unused amount has no hint", () => {
  expect(hint(AGREED, { text: "7", isTyped: true })).toBeUndefined();
  expect(hint({ converted: true })).toBeUndefined();
  expect(hint({ ...AGREED, converted: false })).toBeUndefined();
  expect(amountHint("revenue", undefined, BLANK)).toBeUndefined();
});
