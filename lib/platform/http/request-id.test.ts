import { expect, test } from "vitest";
import { requestIdOf } from "./request-id";

const request = (id?: string) => ({ headers: new Headers(id === undefined ? {} : { "x-request-id": id }) });

test.each(["7f3a", "01JDVQ2Z-edge.4", "a".repeat(100)])("the id %s of a client or proxy is kept", (id) => {
  expect(requestIdOf(request(id))).toBe(id);
});

test.each([undefined, "", "a".repeat(101), "two words", 'x","level":60', "first, second", "<b>"])(
  "instead of %s the request gets a new id",
  (id) => {
    expect(requestIdOf(request(id))).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test("a request keeps the id that was made for it", () => {
  const unnamed = request();
  expect(requestIdOf(unnamed)).toBe(requestIdOf(unnamed));
});
