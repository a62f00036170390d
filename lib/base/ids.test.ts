import { expect, test } from "vitest";
import { isUuid, parseId } from "./ids";

test.each([
  ["1", 1],
  ["1042", 1042],
  ["9007199254740991", Number.MAX_SAFE_INTEGER],
])("%s is an id", (text, id) => {
  expect(parseId(text)).toBe(id);
});

test.each([
  "0",
  "007",
  "-1",
  "+1",
  "1.0",
  "1e3",
  " 1",
  "1 ",
  "",
  "9007199254740992",
  "9".repeat(20),
  "１",
  "0x1f",
  "NaN",
])("%j is not an id", (text) => {
  expect(parseId(text)).toBeNull();
});

test("a uuid is accepted in either case, and only in full length", () => {
  const uuid = "0b8e4c1a-9f00-4c3d-8a77-0123456789ab";
  expect(isUuid(uuid)).toBe(true);
  expect(isUuid(uuid.toUpperCase())).toBe(true);
  for (const other of [
    `${uuid}0`,
    ` ${uuid}`,
    `${uuid}\n`,
    uuid.replaceAll("-", ""),
    `{${uuid}}`,
    uuid.slice(1),
    "1042",
  ])
    expect(isUuid(other), other).toBe(false);
});
