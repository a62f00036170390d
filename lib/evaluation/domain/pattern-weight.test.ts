import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { patternWeight } from "./pattern-weight";

test.each([
  "",
  "abc",
  "a{1000}",
  "(?:a{1000}b?){1}",
  "(((a{10}){10}){10})",
  "(?:aaaaaaaaaa\\Q(\\E){100}",
  "(?:bbbbbbbbbb[(]){100}",
  "(?:cccccccccc\\(){100}",
  "(?:dddddddddd[^]({]){100}",
  "(?:eeeeeeeeee[[:alpha:](]){100}",
  "x{2,}y{0,50}z{,3}",
  "(a|b|cd){30}",
  "(?i)(?:\\pL{500}\\pN?)",
  "\\d{3}-\\d{4}",
  "[a-z]{1,63}(?:\\.[a-z]{2,63})*",
  "\\Q(((\\E(?:ab){500}",
])("%s weighs at least what RE2 compiles it to", (pattern) => {
  const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE).programSize();
  expect(patternWeight(pattern)).toBeGreaterThanOrEqual((compiled - 10) / 4);
  expect(patternWeight(pattern)).toBeLessThanOrEqual(4 * compiled + 10);
});

test("an invalid pattern is weighed quickly too", () => {
  for (const text of [
    "(".repeat(1000),
    ")".repeat(1000),
    "[".repeat(1000),
    "\\",
    "\\Q",
    "{5}{5}{5}",
    "a{9999}{9999}",
  ]) {
    expect(patternWeight(text)).toBeGreaterThanOrEqual(0);
  }
});
