import { expect, test } from "vitest";
import { parseCaller } from "./caller";

test.each([
  ["+15550100", "+15550100"],
  ["+1 (303) 555-0142", "+13035550142"],
  [" 303.555.0142 ", "3035550142"],
  ["911", "911"],
  ["+123456789012345", "+123456789012345"],
])("%j is stored as %s", (text, caller) => {
  expect(parseCaller(text)).toBe(caller);
});

test.each(["anonymous", "Anonymous", " PRIVATE ", "restricted", "unknown", "unavailable", "blocked"])(
  "%j is an anonymous caller",
  (text) => {
    expect(parseCaller(text)).toBeNull();
  },
);

test.each([
  "",
  "+",
  "12",
  "+12",
  "1234567890123456",
  "555-CALL",
  "15550100+",
  "1+5550100",
  "++15550100",
  "１２３４",
  "sip:a@b.test",
])("%j is neither a number nor anonymous", (text) => {
  expect(parseCaller(text)).toBeUndefined();
});
