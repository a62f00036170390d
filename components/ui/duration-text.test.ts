import { expect, test } from "vitest";
import { clockText, durationText } from "./duration-text";

test.each([
  [0, "0 s"],
  [42, "42 s"],
  [60, "1 min"],
  [184, "3 min 4 s"],
  [3600, "1 h"],
  [3604, "1 h"],
  [3720, "1 h 2 min"],
  [46_884, "13 h 1 min"],
  [187_200, "2 d 4 h"],
  [171.9, "2 min 51 s"],
  [-5, "0 s"],
])("%d seconds are %s", (seconds, words) => {
  expect(durationText(seconds)).toBe(words);
});

test.each([
  [0, "0:00"],
  [34, "0:34"],
  [725, "12:05"],
  [3600, "1:00:00"],
])("a clock shows %d seconds as %s", (seconds, words) => {
  expect(clockText(seconds)).toBe(words);
});
