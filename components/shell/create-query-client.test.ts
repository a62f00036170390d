import { expect, test } from "vitest";
import { worthRetrying } from "./create-query-client";

test("a rejected request is not retried", () => {
  expect(worthRetrying(0, { status: 404 })).toBe(false);
  expect(worthRetrying(0, { status: 422 })).toBe(false);
});

test("a network or server error is retried twice", () => {
  expect(worthRetrying(0, new TypeError("fetch failed"))).toBe(true);
  expect(worthRetrying(1, { status: 503 })).toBe(true);
  expect(worthRetrying(2, { status: 503 })).toBe(false);
});
