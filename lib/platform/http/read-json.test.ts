import { expect, test } from "vitest";
import { readJson } from "./read-json";

test("numbers keep their original text", () => {
  const text = '{"a": 10.50, "b": 1e3, "c": 12345678901234567890, "d": [0.1, {"e": -0}]}';
  expect(readJson(text)).toEqual({ a: "10.50", b: "1e3", c: "12345678901234567890", d: ["0.1", { e: "-0" }] });
});

test.each(["", "{", "[]", "1", "null", '"a"', '{"a":1}{}', '{"a":1,"a":2}', "{a:1}", '{"a":NaN}', '{"a":"\\ud8"}'])(
  "%s is rejected with a sentence",
  (text) => {
    expect(() => readJson(text)).toThrow(/\.$/);
  },
);

test.each([33, 3000, 5000, 200_000])("%d levels are too deep", (levels) => {
  expect(() => readJson(`{"a":${"[".repeat(levels)}${"]".repeat(levels)}}`)).toThrow("levels");
  expect(() => readJson(`${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`)).toThrow("levels");
});

test("an array of half a million values is not deep", () => {
  const text = `{"a":[${"1,".repeat(500_000)}1]}`;
  expect(readJson(text).a).toHaveLength(500_001);
});
