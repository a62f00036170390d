import { describe, expect, test } from "vitest";
import type { CallState } from "@/lib/call/domain/call-state";
import { givenCallState } from "@/lib/testing/conversion/given-call-state";
import { givenDecisionContext, givenTerms } from "@/lib/testing/conversion/given-decision-context";
import { playSteps, type Step } from "@/lib/testing/conversion/play-steps";
import type { Command, Update } from "./command";
import { type Decided, decide } from "./decide";

const NOW = new Date("2026-11-23T17:00:00Z");
const CALL = givenCallState();
const CONTEXT = givenDecisionContext({
  terms: [
    givenTerms({ id: 1, side: "buyer", buyerId: 7, amountMinor: 1000n }),
    givenTerms({ id: 2, side: "offer", offerId: 3, amountMinor: 600n }),
  ],
});
const FOLLOWING = { ...CONTEXT, offerFollowsBuyer: true };

const stating = (buyer?: boolean, offer?: boolean): Update => ({
  kind: "update",
  mechanism: "manual",
  ...(buyer !== undefined && { buyer: { converted: buyer } }),
  ...(offer !== undefined && { offer: { converted: offer } }),
});

function played(steps: readonly Step[], context = CONTEXT, call = CALL): CallState {
  return playSteps({ call, context }, steps, { from: NOW }).call;
}

function accepted(decided: Decided): Extract<Decided, { ok: true }> {
  if (!decided.ok) throw new Error(JSON.stringify(decided.errors));
  return decided;
}

describe("following the buyer", () => {
  test("a locked offer side stays, and follows after it is unlocked", () => {
    const locked = played([{ kind: "lock", side: "offer", locked: true }, stating(true)], FOLLOWING);
    expect(locked.offer).toMatchObject({ converted: false, decision: null });
    const free = played([{ kind: "lock", side: "offer", locked: false }], FOLLOWING, locked);
    expect(free.offer).toMatchObject({ converted: true, amountMinor: 600n, decision: { mechanism: "follows_buyer" } });
  });

  test("an offer side without a traffic source follows once it has one", () => {
    const waiting = played([stating(true)], FOLLOWING, givenCallState({ offer: { partyId: null } }));
    expect(waiting.offer.converted).toBe(false);
    const named: Command = { kind: "update", mechanism: "api", offer: { partyId: 9 } };
    expect(played([named], FOLLOWING, waiting).offer).toMatchObject({ converted: true, partyId: 9, amountMinor: 600n });
  });

  test("an offer side decided by its own mechanism does not follow", () => {
    const own: Step = { kind: "facts", side: "offer", verdict: { mechanism: "duration" } };
    expect(played([own, stating(true), stating(false)], FOLLOWING).offer).toMatchObject({ converted: true });
    expect(played([stating(true), own, stating(false)], FOLLOWING).offer).toMatchObject({
      converted: true,
      decision: { mechanism: "duration" },
    });
  });

  test("an amount stated for the offer side is no decision: the side follows at that amount", () => {
    const stated: Command = { kind: "update", mechanism: "api", offer: { amountMinor: 250n } };
    expect(played([stated, stating(true)], FOLLOWING).offer).toMatchObject({ converted: true, amountMinor: 250n });
  });

  test("an automatic buyer side is followed too", () => {
    const verdict = { mechanism: "rule", ruleId: 1, amountMinor: 1500n } as const;
    const { buyer, offer } = played([{ kind: "facts", side: "buyer", verdict }], FOLLOWING);
    expect([buyer.converted, offer.converted]).toEqual([true, true]);
  });

  test("a used-up cap keeps the offer side from following, and marks it", () => {
    const { call } = accepted(decide(CALL, stating(true), { ...FOLLOWING, stopped: new Set(["offer"]) }, NOW));
    expect([call.buyer.converted, call.offer.converted]).toEqual([true, false]);
    expect([call.buyer.stoppedByCap, call.offer.stoppedByCap]).toEqual([false, true]);
  });
});

describe("a used-up cap", () => {
  const facts = givenDecisionContext({
    verdictOn: (side) => (side === "buyer" ? { side, mechanism: "duration" } : null),
  });
  const stopped = { ...facts, stopped: new Set(["buyer"] as const) };

  test("marks the side once, without a change", () => {
    const { call, change } = accepted(decide(CALL, { kind: "evaluate" }, stopped, NOW));
    expect(change).toBeNull();
    expect(call.buyer).toMatchObject({ converted: false, decision: null, stoppedByCap: true });
    expect(accepted(decide(call, { kind: "evaluate" }, stopped, NOW)).call).toBe(call);
  });

  test("does not stop an explicit update, which removes the mark", () => {
    const { call } = accepted(decide(CALL, { kind: "evaluate" }, stopped, NOW));
    expect(accepted(decide(call, stating(true), stopped, NOW)).call.buyer).toMatchObject({
      converted: true,
      stoppedByCap: false,
    });
  });

  test("leaves no mark once there is room", () => {
    const { call } = accepted(decide(CALL, { kind: "evaluate" }, stopped, NOW));
    const { buyer } = accepted(decide(call, { kind: "evaluate" }, facts, NOW)).call;
    expect(buyer).toMatchObject({ converted: true, stoppedByCap: false });
  });
});

describe("the result of a decision", () => {
  test("is the same call object if nothing is to be written", () => {
    for (const command of [
      { kind: "lock", side: "buyer", locked: false },
      { kind: "returnToAutomatic", side: "offer" },
      { kind: "revert", side: "buyer" },
      { kind: "evaluate" },
      { kind: "update", mechanism: "api" },
    ] satisfies Command[])
      expect(accepted(decide(CALL, command, CONTEXT, NOW)).call).toBe(CALL);
  });

  test("an update that repeats the state only moves the time of its side", () => {
    const converted = played([stating(true)]);
    const later = new Date(NOW.getTime() + 60_000);
    const { call, change } = accepted(decide(converted, stating(true), CONTEXT, later));
    expect(change).toBeNull();
    expect(call.buyer.statedAt).toEqual(later);
    expect(call.version).toBe(1);
    const older: Command = { kind: "update", mechanism: "api", buyer: { converted: false }, occurredAt: NOW };
    expect(accepted(decide(call, older, CONTEXT, later)).older).toEqual(["buyer"]);
  });

  test("an update without a time counts as new on arrival, and never older than an earlier one", () => {
    const ahead = new Date(NOW.getTime() + 60_000);
    const early: Command = { kind: "update", mechanism: "api", buyer: { converted: true }, occurredAt: ahead };
    const call = played([early]);
    const { older, call: next } = accepted(decide(call, stating(false), CONTEXT, NOW));
    expect([older, next.buyer.converted, next.buyer.statedAt]).toEqual([[], false, ahead]);
  });

  test("an update of the same moment is not older", () => {
    const update: Update = { kind: "update", mechanism: "api", buyer: { converted: true }, occurredAt: NOW };
    const call = played([{ ...update, buyer: { converted: false } }]);
    expect(accepted(decide(call, update, CONTEXT, NOW)).call.buyer.converted).toBe(true);
  });

  test("sides are held only for updates from outside", () => {
    const locked = played([{ kind: "lock", side: "buyer", locked: true }]);
    for (const mechanism of ["api", "secure_api", "webhook", "import"] as const) {
      const command: Command = { kind: "update", mechanism, buyer: { converted: true }, offer: { converted: true } };
      const decided = accepted(decide(locked, command, CONTEXT, NOW));
      expect([decided.held, decided.call.buyer.converted, decided.call.offer.converted]).toEqual([
        ["buyer"],
        false,
        true,
      ]);
    }
    expect(accepted(decide(locked, stating(true), CONTEXT, NOW))).toMatchObject({
      held: [],
      call: { buyer: { converted: true } },
    });
  });

  test("all invalid fields are reported, and no state", () => {
    const nobody = givenCallState({ buyer: { partyId: null }, offer: { partyId: 99 } });
    const decided = decide(nobody, stating(true, true), CONTEXT, NOW);
    expect(decided).toEqual({
      ok: false,
      errors: { buyer_id: expect.stringContaining("Choose a buyer"), traffic_source_id: expect.stringContaining("99") },
    });
  });
});

describe("a return to automatic", () => {
  const ahead = new Date(NOW.getTime() + 3_600_000);

  test("forgets the time of the side: an update from before it is applied", () => {
    const command: Command = { kind: "update", mechanism: "api", buyer: { converted: true }, occurredAt: ahead };
    const returned = played([command, { kind: "returnToAutomatic", side: "buyer" }]);
    expect(returned.buyer).toMatchObject({ converted: false, decision: null, statedAt: null });
    const earlier: Command = { kind: "update", mechanism: "api", buyer: { converted: true }, occurredAt: NOW };
    expect(accepted(decide(returned, earlier, CONTEXT, ahead))).toMatchObject({
      older: [],
      call: { buyer: { converted: true } },
    });
  });

  test("decides by the facts, as if there had been no explicit update", () => {
    const facts: Step = { kind: "facts", side: "buyer", verdict: { mechanism: "rule", ruleId: 4, amountMinor: 1500n } };
    const locked: Command = { kind: "lock", side: "buyer", locked: true };
    const { buyer } = played([stating(false), facts, locked, { kind: "returnToAutomatic", side: "buyer" }]);
    expect(buyer).toMatchObject({
      ...{ converted: true, locked: false, amountMinor: 1500n, amountFrom: "rule" },
      decision: { mechanism: "rule", ruleId: 4, explicit: false },
    });
  });
});

describe("a billable change", () => {
  test("opens an amount on the party's account, at its own version", () => {
    const { change, call } = accepted(decide(CALL, stating(true, true), CONTEXT, NOW));
    expect(change).toMatchObject({
      buyer: { opens: { accountId: 17, amountMinor: 1000n }, closes: null },
      offer: { opens: { accountId: 29, amountMinor: 600n }, closes: null },
    });
    expect([call.version, call.buyer.billedVersion, call.offer.billedVersion]).toEqual([1, 1, 1]);
  });

  test("closes an amount by the version that opened it, however many changes lie between", () => {
    const call = played([
      stating(true),
      stating(undefined, true),
      stating(undefined, false),
      { kind: "lock", side: "buyer", locked: true },
    ]);
    expect([call.version, call.buyer.billedVersion, call.offer.billedVersion]).toEqual([4, 1, null]);
    const { change } = accepted(decide(call, stating(false), CONTEXT, NOW));
    expect(change).toMatchObject({ buyer: { closes: 1, opens: null }, offer: { closes: null, opens: null } });
  });

  test("bills nothing if amount and party stay", () => {
    const stated: Command = { kind: "update", mechanism: "api", buyer: { amountMinor: 1000n } };
    const { change } = accepted(decide(played([stating(true)]), stated, CONTEXT, NOW));
    expect(change).toMatchObject({ buyer: { closes: null, opens: null } });
    expect(change?.after).toMatchObject({ version: 2, buyer: { billedVersion: 1 } });
  });

  test("names the rule that decided or priced each side, and none for terms", () => {
    const facts: Step = { kind: "facts", side: "buyer", verdict: { mechanism: "rule", ruleId: 4, amountMinor: 1500n } };
    const rules = (steps: readonly Step[]) =>
      playSteps({ call: CALL, context: CONTEXT }, steps, { from: NOW }).changes.map(({ buyer, offer }) => ({
        buyer: buyer.ruleId,
        offer: offer.ruleId,
      }));
    expect(rules([facts])).toEqual([{ buyer: 4, offer: null }]);
    expect(rules([stating(false), facts, stating(true, true)]).at(-1)).toEqual({ buyer: 4, offer: null });
    expect(rules([stating(true, true)])).toEqual([{ buyer: null, offer: null }]);
  });
});
