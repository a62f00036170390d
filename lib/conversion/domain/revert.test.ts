import { expect, test } from "vitest";
import type { CallState, Decision } from "@/lib/call/domain/call-state";
import { givenCallState } from "@/lib/testing/conversion/given-call-state";
import { givenDecisionContext } from "@/lib/testing/conversion/given-decision-context";
import { decide } from "./decide";

const NOW = new Date("2026-11-23T12:00:00Z");
const RULE: Decision = { mechanism: "rule", explicit: false, decidedAt: NOW, ruleId: 2, version: 1 };

const revert = (state: CallState, offerFollowsBuyer = false) => {
  const context = givenDecisionContext({ offerFollowsBuyer });
  const decided = decide(state, { kind: "revert", side: "buyer" }, context, NOW);
  if (!decided.ok) throw new Error("rejected");
  return decided;
};

test("an automatic conversion is reverted with its charge, and the facts may decide the side again", () => {
  const standing = { amountMinor: 1000n, amountFrom: "rule", billedVersion: 1 } as const;
  const buyer = { converted: true, decision: RULE, ...standing };
  const { call: after, change } = revert(givenCallState({ version: 1, buyer }));
  expect(after.buyer).toMatchObject({ converted: false, decision: null, statedAt: null, locked: false });
  expect(change).toMatchObject({ buyer: { closes: 1, opens: null } });
});

test("an offer side that follows the buyer is reverted with it", () => {
  const follows: Decision = { ...RULE, mechanism: "follows_buyer", ruleId: null };
  const buyer = { converted: true, decision: RULE };
  const state = givenCallState({ buyer, offer: { converted: true, decision: follows } });
  expect(revert(state, true).call.offer.converted).toBe(false);
});

test("explicit and locked sides stay", () => {
  for (const buyer of [
    { converted: true, decision: { ...RULE, mechanism: "manual" as const, explicit: true } },
    { converted: true, decision: RULE, locked: true },
    { converted: false },
  ]) {
    const state = givenCallState({ buyer });
    expect(revert(state)).toMatchObject({ call: state, change: null });
  }
});
