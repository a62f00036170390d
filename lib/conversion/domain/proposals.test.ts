import { describe, expect, test } from "vitest";
import type { SideState } from "@/lib/call/domain/call-state";
import { OWNER } from "@/lib/testing/conversion/given-actors";
import {
  givenBatchContext,
  givenCapOf,
  givenRule,
  givenSettingsVersion,
} from "@/lib/testing/conversion/given-batch-context";
import { givenLoadedCall } from "@/lib/testing/conversion/given-loaded-call";
import { correctedStart, evaluationOf, planOf, updateBy } from "@/lib/testing/conversion/plan-of";

const SOLD = { tokens: { sold: "1" } };
const YES = { buyer: { converted: true } };
const NO = { buyer: { converted: false } };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 12, minute));
const BY_RULE: Partial<SideState> = {
  ...{ converted: true, amountMinor: 1000n, amountFrom: "terms" },
  decision: { mechanism: "rule", explicit: false, decidedAt: at(59), ruleId: 1, version: 1 },
  billedVersion: 1,
};
const converted = { version: 1, buyer: BY_RULE };

describe("an automatic conversion whose facts no longer hold", () => {
  const settings = [givenSettingsVersion({ mechanisms: { rules: [givenRule()] } })];

  test("stays, and one proposal to revert it is filed", () => {
    const context = givenBatchContext({ calls: [givenLoadedCall(converted)], settings });
    const plan = planOf(context, evaluationOf(1), evaluationOf(1));
    expect(plan.call().buyer.converted).toBe(true);
    expect(plan.inbox).toMatchObject([{ reason: "would_revert", callId: 1, side: "buyer", mechanism: "rule" }]);
    const again = givenBatchContext({
      calls: [givenLoadedCall(converted)],
      settings,
      proposed: [[1, "buyer", "would_revert"]],
    });
    expect(planOf(again, evaluationOf(1)).inbox).toEqual([]);
  });

  test("is questioned if the call moves to a buyer without settings", () => {
    const context = givenBatchContext({ calls: [givenLoadedCall({ ...converted, facts: SOLD })], settings });
    const plan = planOf(context, updateBy(OWNER, { buyer: { partyId: 8 } }));
    expect(plan.call().buyer).toMatchObject({ converted: true, partyId: 8 });
    expect(plan.inbox).toMatchObject([{ reason: "would_revert", callId: 1, side: "buyer" }]);
  });

  test("is no longer questioned once the facts hold again", () => {
    const call = givenLoadedCall({ ...converted, facts: SOLD });
    const context = givenBatchContext({ calls: [call], settings, proposed: [[1, "buyer", "would_revert"]] });
    const plan = planOf(context, evaluationOf(1));
    expect(plan.resolvedProposals).toEqual([{ callId: 1, side: "buyer", reason: "would_revert" }]);
    expect(plan.inbox).toEqual([]);
  });

  test("is not proposed for an explicit or locked side", () => {
    for (const buyer of [
      { ...BY_RULE, locked: true },
      { ...BY_RULE, ...sent },
    ]) {
      const context = givenBatchContext({ calls: [givenLoadedCall({ ...converted, buyer })], settings });
      expect(planOf(context, evaluationOf(1)).inbox).toEqual([]);
    }
  });

  const sent = {
    decision: { mechanism: "manual", explicit: true, decidedAt: at(0), ruleId: null, version: 1 },
  } as const;
});

describe("duplicates", () => {
  const rules = [givenRule({ duplicates: { seconds: 600, counts: "converted" } })];
  const settings = [givenSettingsVersion({ mechanisms: { rules } })];
  const sold = (id: number, minute: number, state: object = {}) =>
    givenLoadedCall({ id, startedAt: at(minute), facts: SOLD, ...state });

  test("of several calls of one caller in a batch the first by start converts, in any order of the requests", () => {
    const context = givenBatchContext({ calls: [sold(1, 5), sold(2, 0), sold(3, 9)], settings });
    const plan = planOf(context, evaluationOf(1), evaluationOf(3), evaluationOf(2));
    expect([1, 2, 3].map((id) => plan.call(id).buyer.converted)).toEqual([false, true, false]);
    expect(plan.outcomes).toMatchObject([{ changed: false }, { changed: false }, { changed: true }]);
    expect(plan.inbox).toEqual([]);
  });

  test("of two calls that started at the same moment the one recorded first converts", () => {
    const context = givenBatchContext({ calls: [sold(1, 0), sold(2, 0)], settings });
    const plan = planOf(context, evaluationOf(2), evaluationOf(1));
    expect([plan.call(1).buyer.converted, plan.call(2).buyer.converted]).toEqual([true, false]);
  });

  test("exclude calls at exactly the window's length, of other buyers, and of anonymous callers", () => {
    const pairs = [
      [sold(1, 0), sold(2, 10)],
      [sold(1, 0), sold(2, 1, { buyer: { partyId: 8 } })],
      [sold(1, 0, { callerHash: null }), sold(2, 1, { callerHash: null })],
    ];
    const both = [...settings, givenSettingsVersion({ ownerId: 8, mechanisms: { rules } })];
    for (const calls of pairs) {
      const plan = planOf(givenBatchContext({ calls, settings: both }), evaluationOf(1), evaluationOf(2));
      expect([plan.call(1).buyer.converted, plan.call(2).buyer.converted]).toEqual([true, true]);
    }
  });

  test("are recognized against calls outside the batch too", () => {
    const context = givenBatchContext({ calls: [sold(2, 5)], neighbors: [sold(1, 0, converted)], settings });
    expect(planOf(context, evaluationOf(2)).call(2).buyer.converted).toBe(false);
  });

  test("an earlier call that converts later proposes to revert the later call, which stays", () => {
    const context = givenBatchContext({ calls: [sold(1, 0)], neighbors: [sold(2, 5, converted)], settings });
    const plan = planOf(context, evaluationOf(1));
    expect(plan.call(1).buyer.converted).toBe(true);
    expect(plan.states).toHaveLength(1);
    expect(plan.inbox).toMatchObject([
      { reason: "would_revert", callId: 2, problem: expect.stringContaining("duplicate") },
    ]);
  });

  test("an explicit update proposes the later call too, but no explicit side", () => {
    const sent = {
      decision: { mechanism: "api", explicit: true, decidedAt: at(0), ruleId: null, version: 1 },
    } as const;
    const neighbors = [sold(2, 5, converted), sold(3, 6, { ...converted, buyer: { ...BY_RULE, ...sent } })];
    const plan = planOf(givenBatchContext({ calls: [sold(1, 0)], neighbors, settings }), updateBy(OWNER, YES));
    expect(plan.inbox.map(({ callId }) => callId)).toEqual([2]);
  });

  test.each([
    ["reversed", NO],
    ["moved to another buyer", { buyer: { partyId: 8 } }],
  ])("a conversion that is %s frees later duplicates: proposed, not applied", (_, update) => {
    const context = givenBatchContext({
      calls: [sold(1, 0, converted)],
      neighbors: [sold(2, 5), sold(3, 20)],
      settings,
    });
    const plan = planOf(context, updateBy(OWNER, update));
    const freed = plan.inbox.filter(({ reason }) => reason === "duplicate_freed");
    expect(freed).toMatchObject([{ callId: 2, side: "buyer" }]);
    expect(plan.states.map(({ id }) => id)).toEqual([1]);
  });

  test("a conversion whose start is corrected questions the conversions that it now precedes", () => {
    const calls = [sold(1, 8, converted)];
    const context = givenBatchContext({ calls, neighbors: [sold(2, 5, converted)], settings });
    const plan = planOf(context, correctedStart(at(8), at(0)));
    expect(plan.inbox).toMatchObject([{ reason: "would_revert", callId: 2 }]);
    expect(plan.inbox).toHaveLength(1);
  });

  test("a conversion whose start is corrected frees the calls now outside its window", () => {
    const context = givenBatchContext({ calls: [sold(1, 4, converted)], neighbors: [sold(2, 13)], settings });
    const corrected = correctedStart(at(4), at(0));
    expect(planOf(context, corrected).inbox).toMatchObject([{ reason: "duplicate_freed", callId: 2 }]);
    const plan = planOf(context, corrected, updateBy(OWNER, NO));
    expect(plan.inbox).toMatchObject([{ reason: "duplicate_freed", callId: 2 }]);
  });

  test("a call that is still a duplicate of another is not freed", () => {
    const neighbors = [sold(3, 2, converted), sold(2, 5)];
    const context = givenBatchContext({ calls: [sold(1, 0, converted)], neighbors, settings });
    expect(planOf(context, updateBy(OWNER, NO)).inbox).toEqual([]);
  });
});

describe("a cap with a freed unit", () => {
  const settings = [givenSettingsVersion({ mechanisms: { rules: [givenRule()] } })];
  const stopped = (id: number, minute: number, overrides: object = {}) => ({
    ...{ capId: 5, windowStart: new Date(Date.UTC(2026, 10, 23)) },
    call: givenLoadedCall({ id, startedAt: at(minute), facts: SOLD, buyer: { stoppedByCap: true }, ...overrides }),
  });
  const used = (count: bigint) => [{ capId: 5, start: new Date(Date.UTC(2026, 10, 23)), used: count }];
  const base = { calls: [givenLoadedCall({ ...converted, startedAt: at(30) })], settings, used: used(1n) };

  test("proposes the calls that it stopped, oldest first, as many as fit", () => {
    const stoppedByCaps = [stopped(2, 0), stopped(3, 1), stopped(4, 2)];
    const one = planOf(givenBatchContext({ ...base, caps: [givenCapOf()], stoppedByCaps }), updateBy(OWNER, NO));
    expect(one.inbox).toMatchObject([{ reason: "cap_freed", callId: 2, side: "buyer" }]);
    expect(one.states.map(({ id }) => id)).toEqual([1]);
    expect(one.capUse).toMatchObject([{ capId: 5, by: -1n }]);
    const two = givenBatchContext({ ...base, caps: [givenCapOf({ limit: 2n })], stoppedByCaps });
    expect(planOf(two, updateBy(OWNER, NO)).inbox.map(({ callId }) => callId)).toEqual([2, 3]);
  });

  test("proposes no call that no longer holds, is explicit, moved away, or is proposed already", () => {
    const sent = {
      decision: { mechanism: "api", explicit: true, decidedAt: at(0), ruleId: null, version: 1 },
    } as const;
    const stoppedByCaps = [
      stopped(2, 0, { facts: {} }),
      stopped(3, 1, { buyer: { stoppedByCap: true, ...sent } }),
      stopped(4, 2, { buyer: { stoppedByCap: true, partyId: 8 } }),
      stopped(6, 3),
    ];
    const caps = [givenCapOf({ limit: 9n })];
    const context = givenBatchContext({ ...base, caps, stoppedByCaps, proposed: [[6, "buyer", "cap_freed"]] });
    expect(planOf(context, updateBy(OWNER, NO)).inbox).toEqual([]);
  });

  test("proposes nothing if the same batch used the freed unit again", () => {
    const calls = [...base.calls, givenLoadedCall({ id: 7, startedAt: at(31) })];
    const context = givenBatchContext({ ...base, calls, caps: [givenCapOf()], stoppedByCaps: [stopped(2, 0)] });
    const plan = planOf(context, updateBy(OWNER, NO), updateBy(OWNER, YES, {}, 7));
    expect(plan).toMatchObject({ inbox: [], capUse: [] });
  });

  test("proposes an offer side that would follow its buyer side, unless that is no longer converted", () => {
    const follows = givenSettingsVersion({ side: "offer", followsBuyer: true });
    const stoppedOffer = { offer: { stoppedByCap: true } };
    const context = givenBatchContext({
      calls: [givenLoadedCall({ version: 1, startedAt: at(30), offer: BY_RULE })],
      ...{ settings: [follows], used: used(1n), caps: [givenCapOf({ side: "offer", partyId: 9 })] },
      stoppedByCaps: [stopped(2, 0, stoppedOffer), stopped(3, 1, { ...stoppedOffer, buyer: BY_RULE })],
    });
    const plan = planOf(context, updateBy(OWNER, { offer: { converted: false } }));
    expect(plan.inbox).toMatchObject([{ reason: "cap_freed", callId: 3, side: "offer", mechanism: "follows_buyer" }]);
  });

  test("on revenue proposes as many calls as their amounts fit", () => {
    const caps = [givenCapOf({ measure: "revenue", limit: 2500n })];
    const stoppedByCaps = [stopped(2, 0), stopped(3, 1), stopped(4, 2)];
    const context = givenBatchContext({ ...base, used: used(1000n), caps, stoppedByCaps });
    const plan = planOf(context, updateBy(OWNER, NO));
    expect(plan.inbox.map(({ callId }) => callId)).toEqual([2, 3]);
  });
});

describe("a cap that is used up", () => {
  const settings = [givenSettingsVersion({ mechanisms: { rules: [givenRule()] } })];
  const sold = (id: number, minute: number) => givenLoadedCall({ id, startedAt: at(minute), facts: SOLD });
  const context = givenBatchContext({ calls: [sold(1, 1), sold(2, 0)], caps: [givenCapOf()], settings });

  test("lets the first call by start convert, and is the last step in the evaluation of the other", () => {
    const plan = planOf(context, evaluationOf(1), evaluationOf(2));
    expect(plan.call(2).buyer).toMatchObject({ converted: true, stoppedByCap: false });
    expect(plan.call(1).buyer).toMatchObject({ converted: false, stoppedByCap: true });
    expect(plan.capUse).toMatchObject([{ capId: 5, by: 1n }]);
    const evaluation = plan.evaluations.find(({ callId }) => callId === 1);
    expect(evaluation).toMatchObject({ converting: null });
    expect(evaluation?.steps.at(-1)).toMatchObject({ mechanism: "cap", verdictOf: { holds: false } });
  });

  test("does not stop an explicit update, whose amount the rule sets", () => {
    const rules = [givenRule({ amount: { kind: "fixed", amountMinor: 1500n } })];
    const priced = {
      ...context,
      ...givenBatchContext({ settings: [givenSettingsVersion({ mechanisms: { rules } })] }),
    };
    const full = { ...priced, calls: context.calls, caps: context.caps, used: context.used };
    const plan = planOf(full, evaluationOf(2), evaluationOf(1), updateBy(OWNER, YES));
    expect(plan.call(1).buyer).toMatchObject({ converted: true, amountMinor: 1500n, amountFrom: "rule" });
  });
});
