import { expect, test } from "vitest";
import type { Change, TokenChange } from "@/lib/call/contract/change";
import { historyLines } from "./history-lines";

const change = (version: number, at: string): Change => ({
  version,
  changed_at: at,
  occurred_at: null,
  mechanism: "manual",
  actor: { type: "member", name: "Ana Ruiz" },
});
const token = (name: string, at: string, who = "Ana Ruiz"): TokenChange => ({
  changed_at: at,
  actor: { type: "member", name: who },
  mechanism: "manual",
  name,
  from: null,
  to: "1",
});
const lines = (changes: Change[], tokens: TokenChange[]) =>
  historyLines(changes, tokens).map((line) =>
    line.kind === "change" ? line.change.version : line.tokens.map(({ name }) => name).join(),
  );

const [NOON, LATER, LAST] = ["2026-11-23T12:00:00.000Z", "2026-11-23T12:01:00.000Z", "2026-11-23T12:02:00.000Z"];

test("changes and tokens are in one list, newest first", () => {
  expect(lines([change(2, LAST), change(1, NOON)], [token("zip", LATER)])).toEqual([2, "zip", 1]);
});

test("a change is above the tokens that caused it", () => {
  expect(lines([change(1, NOON)], [token("zip", NOON)])).toEqual([1, "zip"]);
});

test("tokens set by one sender at one time share a line, those of others do not", () => {
  expect(lines([], [token("city", NOON), token("zip", NOON), token("age", NOON, "Ben Ortiz")])).toEqual([
    "city,zip",
    "age",
  ]);
});
