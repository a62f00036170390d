import { expect, test } from "vitest";
import { tokenLimitError } from "./token-limit";

const many = (count: number, value: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, position) => [`t${position}`, value]));

test("the number and the length of a call's tokens are limited", () => {
  expect(tokenLimitError({})).toBeNull();
  expect(tokenLimitError(many(500, "x"))).toBeNull();
  expect(tokenLimitError(many(501, ""))).toContain("500 tokens");
  expect(tokenLimitError({ a: "x".repeat(99_999) })).toBeNull();
  expect(tokenLimitError({ a: "x".repeat(100_000) })).toContain("100000 characters");
});
