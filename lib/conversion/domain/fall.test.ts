import { expect, test } from "vitest";
import type { CallState, Decision, SideState } from "./call-state";
import { decide, type Surroundings } from "./decide";
import { TermsBook } from "./terms";

const NOW = new Date("2026-11-23T12:00:00Z");
const RULE: Decision = { mechanism: "rule", explicit: false, decidedAt: NOW, ruleId: 2 };

function call(buyer: Partial<SideState>, offer: Partial<SideState> = {}): CallState {
  const side = { amountMinor: 0n, amountFrom: null, locked: false, statedAt: null, decision: null, converted: false };
  return {
    id: 1,
    version: 1,
    offerId: 3,
    startedAt: NOW,
    payoutTermsId: null,
    chargeVersion: 1,
    payoutVersion: null,
    buyer: { ...side, partyId: 7, ...buyer },
    offer: { ...side, partyId: 9, ...offer },
  };
}

function known(offerFollowsBuyer = false): Surroundings {
  return {
    buyerAccounts: new Map([[7, 70]]),
    sourceAccounts: new Map([[9, 90]]),
    terms: new TermsBook([]),
    offerFollowsBuyer,
    repeated: false,
  };
}

const fall = (state: CallState, follows = false) => {
  const decided = decide(state, { kind: "fall", side: "buyer" }, known(follows), NOW);
  if (!decided.ok) throw new Error("refused");
  return decided;
};

test("what the facts decided falls, its charge with it, and the side is open to the facts again", () => {
  const state = call({ converted: true, decision: RULE, amountMinor: 1000n, amountFrom: "rule" });
  const { call: after, change } = fall(state);
  expect(after.buyer).toMatchObject({ converted: false, decision: null, statedAt: null, locked: false });
  expect(change).toMatchObject({ closesCharge: 1, opensCharge: null });
});

test("an offer side that follows the buyer falls with it", () => {
  const follows: Decision = { ...RULE, mechanism: "follows_buyer", ruleId: null };
  const state = call({ converted: true, decision: RULE }, { converted: true, decision: follows });
  expect(fall(state, true).call.offer.converted).toBe(false);
});

test("what somebody said, or locked, stays", () => {
  for (const buyer of [
    { converted: true, decision: { ...RULE, mechanism: "manual" as const, explicit: true } },
    { converted: true, decision: RULE, locked: true },
    { converted: false },
  ]) {
    const state = call(buyer);
    expect(fall(state)).toMatchObject({ call: state, change: null });
  }
});
