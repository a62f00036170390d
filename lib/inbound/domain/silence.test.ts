import { expect, test } from "vitest";
import { findSilence, type Posts } from "./silence";

const NOW = new Date("2026-11-23T12:00:00Z");
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const posts = (overrides: Partial<Posts>): Posts => ({
  count: 100,
  firstAt: ago(720),
  lastAt: ago(1),
  recent: { count: 20, refused: 0 },
  ...overrides,
});

test.each<[string, Partial<Posts>, string | null]>([
  ["a buyer who posts as ever", {}, null],
  ["a week without a post", { count: 2, lastAt: ago(168), recent: { count: 0, refused: 0 } }, "silent"],
  ["an hour less", { count: 2, lastAt: ago(167), recent: { count: 1, refused: 0 } }, null],
  ["a busy buyer's night", { lastAt: ago(23) }, null],
  ["five times the usual seven hours", { lastAt: ago(36) }, "silent"],
  ["a buyer who posts every other day", { count: 15, lastAt: ago(120) }, null],
  ["refusals alone", { recent: { count: 3, refused: 3 } }, "only_refused"],
  ["two refusals", { recent: { count: 2, refused: 2 } }, null],
  ["refusals and one that was taken", { recent: { count: 30, refused: 29 } }, null],
  ["wrong signatures alone", { count: 0, recent: { count: 9, refused: 9 } }, "only_refused"],
])("%s", (_, overrides, expected) => {
  expect(findSilence(posts(overrides), NOW)).toBe(expected);
});
