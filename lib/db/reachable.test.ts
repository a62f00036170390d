import { expect, test } from "vitest";
import { isUnreachable } from "./reachable";

const withCode = (code: string) => Object.assign(new Error("it broke"), { code });

test.each([
  [withCode("ECONNREFUSED"), true],
  [withCode("57P01"), true],
  [withCode("53300"), true],
  [withCode("P2024"), true],
  [new Error("timeout exceeded when trying to connect"), true],
  [new Error("outer", { cause: withCode("08006") }), true],
  [withCode("23505"), false],
  [withCode("57014"), false],
  [new Error("a bug"), false],
  ["a text", false],
])("%s comes of a database that cannot be reached: %s", (reason, expected) => {
  expect(isUnreachable(reason)).toBe(expected);
});
