import { expect, test } from "vitest";
import type { PreviewState } from "@/lib/contracts/preview";
import { amountHint } from "./amount-hint";

const hint = (after: PreviewState) => amountHint("revenue", { before: {}, after }, []);
const AGREED = { converted: true, amount: "1041.00", amount_from: "terms" };

test("the amount of a conversion says where it is from", () => {
  expect(hint(AGREED)).toBe("Agreed price 1,041.00");
  expect(hint({ ...AGREED, amount_from: "rule", rule: { id: 2, name: "Roof repair" } })).toBe(
    "Rule price 1,041.00 · Roof repair",
  );
  expect(hint({ ...AGREED, amount_from: "stated" })).toBe("Stated amount 1,041.00");
  expect(hint({ ...AGREED, amount: "0.00", amount_from: null })).toBe("No agreed price");
  expect(amountHint("payout", { before: {}, after: AGREED }, [])).toBe("Agreed payout 1,041.00");
});

test("nothing is said of an amount that was typed, that may not be read, or that does not count", () => {
  expect(amountHint("revenue", { before: {}, after: AGREED }, ["revenue"])).toBeUndefined();
  expect(hint({ converted: true })).toBeUndefined();
  expect(hint({ ...AGREED, converted: false })).toBeUndefined();
  expect(amountHint("revenue", undefined, [])).toBeUndefined();
});
