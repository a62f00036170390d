import { expect, test } from "vitest";
import { bracketLanes } from "./bracket-lanes";

const row = (key: string, offsets: string | null = null) => ({ key, offsets });

test("a credit right above its charge is one bracket", () => {
  expect(bracketLanes([row("credit-2", "charge-1"), row("charge-1")])).toEqual([["starts"], ["ends"]]);
});

test("overlapping brackets have lanes side by side, the shorter inside", () => {
  const rows = [row("credit-2", "charge-1"), row("clawback-2", "payout-1"), row("payout-1"), row("charge-1")];
  expect(bracketLanes(rows)).toEqual([
    [null, "starts"],
    ["starts", "passes"],
    ["ends", "passes"],
    [null, "ends"],
  ]);
});

test("brackets one below the other share a lane", () => {
  const rows = [row("credit-4", "charge-3"), row("charge-3"), row("credit-2", "charge-1"), row("charge-1")];
  expect(bracketLanes(rows)).toEqual([["starts"], ["ends"], ["starts"], ["ends"]]);
});

test("an entry that offsets nothing has no bracket", () => {
  expect(bracketLanes([row("charge-1"), row("payout-1")])).toEqual([[], []]);
});
