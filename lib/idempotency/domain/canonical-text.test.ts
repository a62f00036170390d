import { expect, test } from "vitest";
import { canonicalText } from "./canonical-text";

test("the order of fields makes no difference, at any depth", () => {
  const one = { revenue: "10", tokens: { zip: "80202", age: "4" } };
  const other = { tokens: { age: "4", zip: "80202" }, revenue: "10" };
  expect(canonicalText(one)).toBe(canonicalText(other));
});

test("the order of a list, and every value, makes a difference", () => {
  expect(canonicalText([1, 2])).not.toBe(canonicalText([2, 1]));
  expect(canonicalText({ at: new Date(1) })).not.toBe(canonicalText({ at: new Date(2) }));
  expect(canonicalText({ minor: 1n })).not.toBe(canonicalText({ minor: 2n }));
});
