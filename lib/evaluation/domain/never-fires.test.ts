import { expect, test } from "vitest";
import type { Condition } from "./condition";
import { neverFires, type RuleReach } from "./never-fires";

const BOOKED: Condition = { token: "booked", operator: "equals", values: ["true"] };
const ANYBODY: RuleReach = {
  enabled: true,
  condition: { all: [] },
  hours: null,
  minimumSeconds: null,
  duplicates: null,
};
const PICKY: RuleReach = { ...ANYBODY, condition: { all: [BOOKED] } };

test("rules that each match some calls can all fire", () => {
  expect(neverFires([PICKY, PICKY, ANYBODY])).toEqual(new Map());
});

test("a rule that matches every call leaves none to the rules below", () => {
  expect(neverFires([PICKY, ANYBODY, PICKY, ANYBODY])).toEqual(
    new Map([
      [2, { kind: "below", above: 1 }],
      [3, { kind: "below", above: 1 }],
    ]),
  );
});

test("a paused rule takes no calls from others and gets no warning", () => {
  const paused = { ...ANYBODY, enabled: false };
  expect(neverFires([paused, PICKY, ANYBODY, paused])).toEqual(new Map());
});

test.each<[string, Partial<RuleReach>]>([
  ["hours", { hours: { rows: [{}] } }],
  ["a minimum duration", { minimumSeconds: { basis: "connected", seconds: 60 } }],
  ["a duplicate window", { duplicates: { seconds: 60, counts: "any" } }],
  ["a condition", { condition: { all: [{ any: [BOOKED] }] } }],
])("%s leaves calls to the rules below", (_, restriction) => {
  expect(neverFires([{ ...ANYBODY, ...restriction }, PICKY])).toEqual(new Map());
});

test.each<[string, Partial<RuleReach>]>([
  ["hours without a row", { hours: { rows: [] } }],
  ["groups with nothing in them", { condition: { all: [{ all: [] }] } }],
  ["an alternative that always holds", { condition: { any: [BOOKED, { all: [] }] } }],
])("%s restrict nobody", (_, restriction) => {
  expect(neverFires([{ ...ANYBODY, ...restriction }, PICKY]).get(1)).toEqual({ kind: "below", above: 0 });
});

test("a rule with an empty any cannot fire, and takes no calls from others", () => {
  const impossible: RuleReach = { ...ANYBODY, condition: { all: [BOOKED, { any: [] }] } };
  expect(neverFires([impossible, PICKY])).toEqual(new Map([[0, { kind: "contradicts" }]]));
});
