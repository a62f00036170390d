import { expect, test } from "vitest";
import type { Actor } from "@/lib/access/domain/actor";
import { ROLES } from "@/lib/access/domain/roles";
import { OWNER } from "@/lib/testing/conversion/given-actors";
import {
  givenBatchContext,
  givenCapOf,
  givenRule,
  givenSettingsVersion,
} from "@/lib/testing/conversion/given-batch-context";
import { givenLoadedCall } from "@/lib/testing/conversion/given-loaded-call";
import { planOf, updateBy } from "@/lib/testing/conversion/plan-of";
import { entriesOf } from "./domain/entries";
import { presentPreview } from "./present-preview";

const NAMES = { buyers: new Map([[7, "Birch Roofing"]]), sources: new Map([[9, "Sunrise Media"]]) };
const OPERATOR: Actor = { type: "member", id: 5, name: "Otto Operator", access: ROLES.operator };
const BOTH = { buyer: { converted: true }, offer: { converted: true } };
type UpdateOptions = Parameters<typeof updateBy>[1];
const CALLS = [givenLoadedCall({ facts: { tokens: { sold: "1" } } })];

function previewOf(
  overrides: Parameters<typeof givenBatchContext>[0] = {},
  actor = OWNER,
  update: UpdateOptions = BOTH,
) {
  const context = givenBatchContext({ calls: CALLS, ...overrides });
  const plan = planOf(context, updateBy(actor, update));
  const [outcome] = plan.outcomes;
  if (!outcome?.ok) throw outcome?.error ?? new Error("no outcome");
  const entries = entriesOf(plan.changes, { openFrom: null, posted: new Map(), queued: new Map() });
  return presentPreview({ company: context.company, actor }, { context, plan, entries }, outcome, NAMES);
}

test("agreed amounts are marked as such, with posted entries and margin", () => {
  expect(previewOf()).toMatchObject({
    changed: true,
    buyer: {
      before: { converted: false },
      after: { converted: true, party: { id: 7, name: "Birch Roofing" }, amount: "10.00", amount_from: "terms" },
    },
    offer: { after: { converted: true, amount: "6.00", amount_from: "terms" } },
    entries: [
      { kind: "charge", amount: "10.00", period: "2026-11", correction: false, offsets_entry_id: null },
      { kind: "payout", amount: "6.00" },
    ],
    margin: "4.00",
    warnings: [],
  });
});

test("a reversal has a negative margin, and reversing only the payout a positive one", () => {
  const state = planOf(givenBatchContext({ calls: CALLS }), updateBy(OWNER, BOTH)).call();
  const calls = [{ ...givenLoadedCall(), state }];
  const takenBack = { buyer: { converted: false }, offer: { converted: false } };
  expect(previewOf({ calls }, OWNER, takenBack)).toMatchObject({
    entries: [
      { kind: "credit", amount: "10.00" },
      { kind: "clawback", amount: "6.00" },
    ],
    margin: "-4.00",
  });
  expect(previewOf({ calls }, OWNER, { offer: { converted: false } })).toMatchObject({
    entries: [{ kind: "clawback", amount: "6.00" }],
    margin: "6.00",
  });
});

test("the rule that prices a conversion is named, also if a person converts", () => {
  const rule = givenRule({ id: 2, name: "Roof repair", amount: { kind: "fixed", amountMinor: 4100n } });
  const { buyer, offer } = previewOf({ settings: [givenSettingsVersion({ mechanisms: { rules: [rule] } })] });
  expect(buyer?.after).toMatchObject({ amount: "41.00", amount_from: "rule", rule: { id: 2, name: "Roof repair" } });
  expect(buyer?.before).not.toHaveProperty("rule");
  expect(offer?.after).not.toHaveProperty("rule");
});

test("the usage of caps is shown, including usage above the limit", () => {
  expect(previewOf({ caps: [givenCapOf({ limit: 50n })] }).caps).toEqual([
    { cap_id: 5, name: "50 conversions per day", used_before: "0", used_after: "1", limit: "50", over: false },
  ]);
  const revenue = givenCapOf({ measure: "revenue", limit: 500n });
  expect(previewOf({ caps: [revenue] }).caps).toMatchObject([{ used_after: "10.00", limit: "5.00", over: true }]);
});

test("a reader who may not read amounts gets entries without them, and no margin or warning", () => {
  const preview = previewOf({ terms: [], caps: [givenCapOf({ measure: "revenue", limit: 500n })] }, OPERATOR);
  expect(preview.warnings).toEqual([]);
  const priced = previewOf({ caps: [givenCapOf({ measure: "revenue", limit: 500n })] }, OPERATOR);
  expect(priced.entries.map(({ kind }) => kind)).toEqual(["charge", "payout"]);
  expect(JSON.stringify(priced)).not.toMatch(/amount|margin|10\.00|6\.00|5\.00/);
  expect(priced.caps).toEqual([{ cap_id: 5, name: "cap on revenue per day", over: true }]);
});
