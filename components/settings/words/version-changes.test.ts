import { expect, test } from "vitest";
import { BuyerSettings } from "@/lib/settings/contract/conversion-settings";
import { Rule } from "@/lib/settings/contract/rule";
import { versionChanges } from "./version-changes";

const START = BuyerSettings.parse({});
const rule = (id: number, name: string, more: object = {}) => Rule.parse({ id, name, ...more });
const withRules = (...rules: Rule[]) => ({ ...START, rules });
const [A, B, C] = [rule(1, "A"), rule(2, "B"), rule(3, "C")];

test("equal settings have no changes", () => {
  expect(versionChanges(START, START)).toEqual([]);
});

test("differences are listed section by section, with the old and the new value", () => {
  const after = { ...START, active: false, duration: { ...START.duration, enabled: true } };
  expect(versionChanges(START, after)).toEqual([
    { label: "Automatic conversion", from: "Active.", to: "Paused." },
    { label: "Duration", from: "Off.", to: "Longer than 90 s connected: the first converting second is 91." },
  ]);
});

test("rules are added and removed by name", () => {
  expect(versionChanges(withRules(A, B), withRules(B, C))).toEqual([
    { label: "Rule “A”", from: null, to: "removed" },
    { label: "Rule “C”", from: null, to: "added as rule 2" },
  ]);
});

test("only a moved rule has a new position", () => {
  expect(versionChanges(withRules(A, B, C), withRules(C, A, B))).toEqual([
    { label: "Rule “C”, position", from: "3", to: "1" },
  ]);
});

test("an edited rule lists the parts that differ", () => {
  const after = rule(1, "A", {
    enabled: false,
    condition: { all: [{ token: "zip", operator: "in", values: ["80202", "80203"] }] },
    amount: { kind: "fixed", amount: "1250.00" },
  });
  expect(versionChanges(withRules(A), withRules(after))).toEqual([
    { label: "Rule “A”, state", from: "active", to: "paused" },
    { label: "Rule “A”, when", from: "every call", to: "zip is one of 80202, 80203" },
    { label: "Rule “A”, amount", from: "the agreed price", to: "1,250.00" },
  ]);
});
