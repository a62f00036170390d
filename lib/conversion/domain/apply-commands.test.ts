import { describe, expect, test } from "vitest";
import { Forbidden, Invalid, NotFound, StaleVersion } from "@/lib/base/errors";
import { BUYERS_WEBHOOK, OWNER, SECURE_TOKEN, VIEWER } from "@/lib/testing/conversion/given-actors";
import { givenBatchContext, givenRule, givenSettingsVersion } from "@/lib/testing/conversion/given-batch-context";
import { givenTerms } from "@/lib/testing/conversion/given-decision-context";
import { EMPTY_FACTS, givenLoadedCall, uuidOf } from "@/lib/testing/conversion/given-loaded-call";
import { correctedStart, evaluationOf, planOf, requestOf, updateBy } from "@/lib/testing/conversion/plan-of";
import { Unmatched, WebhookSwitchedOff } from "./request";

const CALL = givenLoadedCall();
const CONTEXT = givenBatchContext({ calls: [CALL] });
const YES = { buyer: { converted: true } };
const NO = { buyer: { converted: false } };

describe("a batch", () => {
  test("applies its requests in order, also several for one call, and answers in that order", () => {
    const plan = planOf(CONTEXT, updateBy(OWNER, YES), updateBy(OWNER, NO), updateBy(OWNER, YES));
    expect(plan.outcomes).toMatchObject([{ changed: true }, { changed: true }, { changed: true }]);
    expect(plan.call()).toMatchObject({ version: 3, buyer: { converted: true } });
    expect(plan.changes.map(({ change }) => change.after.version)).toEqual([1, 2, 3]);
    expect(plan.states).toEqual([plan.call()]);
  });

  test("continues after a rejected request, which leaves its call unchanged", () => {
    const nobody = { buyer: { converted: true, partyId: 99 }, tokens: { city: "Reno" } };
    const plan = planOf(CONTEXT, updateBy(OWNER, nobody), updateBy(VIEWER, YES), updateBy(OWNER, YES, {}, 2));
    expect(plan.outcomes.map((outcome) => !outcome.ok && outcome.error)).toEqual([
      expect.any(Invalid),
      expect.any(Forbidden),
      expect.any(NotFound),
    ]);
    expect(plan).toMatchObject({ states: [], facts: [], changes: [], tokenChanges: [], evaluations: [], events: [] });
  });

  test("does not evaluate a call for a rejected request", () => {
    const settings = [givenSettingsVersion({ mechanisms: { rules: [givenRule()] } })];
    const context = givenBatchContext({ calls: [givenLoadedCall({ facts: { tokens: { sold: "1" } } })], settings });
    const plan = planOf(context, updateBy(OWNER, { offer: { partyId: 99 }, tokens: { city: "Reno" } }));
    expect(plan.outcomes).toMatchObject([{ ok: false }]);
    expect(plan).toMatchObject({ states: [], evaluations: [], changes: [] });
  });

  test("saves nothing of rejected facts", () => {
    const facts = { kind: "fill", ...EMPTY_FACTS, tokens: { city: "Reno" }, trafficSourceId: null } as const;
    const callerHash = "another";
    const call = givenLoadedCall({ callerHash: null, buyer: { partyId: null } });
    const unknownBuyer = requestOf({ kind: "addFacts", facts: { ...facts, buyerId: 99, callerHash } });
    const plan = planOf(givenBatchContext({ calls: [call] }), unknownBuyer);
    expect(plan.outcomes).toMatchObject([{ ok: false, error: expect.any(Invalid) }]);
    expect(plan).toMatchObject({ states: [], facts: [], tokenChanges: [], evaluations: [], movedStarts: [] });
  });

  test("finds a call by its uuid, in upper case too", () => {
    const request = { ...updateBy(OWNER, YES), call: { uuid: uuidOf(1).toUpperCase() } };
    expect(planOf(CONTEXT, request).outcomes).toMatchObject([{ ok: true, callId: 1 }]);
  });

  test("never changes a neighbor named by id or uuid", () => {
    const context = givenBatchContext({ neighbors: [CALL] });
    const byUuid = { ...updateBy(OWNER, YES), call: { uuid: uuidOf(1) } };
    expect(planOf(context, updateBy(OWNER, YES), byUuid).outcomes).toMatchObject([{ ok: false }, { ok: false }]);
  });
});

describe("an expected version", () => {
  test("lets a request through, and rejects it as stale after another change", () => {
    const expectedVersion = 0;
    const plan = planOf(CONTEXT, updateBy(OWNER, YES, { expectedVersion }), updateBy(OWNER, NO, { expectedVersion }));
    expect(plan.outcomes).toMatchObject([{ ok: true }, { ok: false, error: new StaleVersion(0, 1) }]);
    expect(plan.call().buyer.converted).toBe(true);
  });

  test("applies to every other command too", () => {
    const expectedVersion = 5;
    for (const command of [{ kind: "evaluate" }, { kind: "revert", side: "buyer" }] as const)
      expect(planOf(CONTEXT, requestOf(command, { expectedVersion })).outcomes).toMatchObject([{ ok: false }]);
  });
});

describe("an update that names no field", () => {
  const event = { kind: "event_id", name: "e1", content: "w" } as const;

  test("is rejected, changes nothing and does not consume its event id", () => {
    const plan = planOf(CONTEXT, updateBy(BUYERS_WEBHOOK, { event }), updateBy(BUYERS_WEBHOOK, { ...YES, event }));
    expect(plan.outcomes).toMatchObject([{ ok: false }, { ok: true, changed: true, repeated: false }]);
    expect(plan.events).toHaveLength(1);
  });

  test("is forbidden before it is invalid", () => {
    expect(planOf(CONTEXT, updateBy(VIEWER, {})).outcomes).toMatchObject([{ error: expect.any(Forbidden) }]);
  });
});

describe("the conditions of a sender on a call", () => {
  const match = { buyerId: 7, callerHashes: ["caller"], from: CALL.state.startedAt, until: CALL.state.startedAt };

  test("are checked on the call under its lock", () => {
    expect(planOf(CONTEXT, updateBy(BUYERS_WEBHOOK, YES, { match })).outcomes).toMatchObject([{ ok: true }]);
    for (const other of [
      { ...match, buyerId: 8 },
      { ...match, callerHashes: ["other"] },
      { ...match, from: new Date(CALL.state.startedAt.getTime() + 1) },
      { ...match, until: new Date(CALL.state.startedAt.getTime() - 1) },
    ]) {
      const plan = planOf(CONTEXT, updateBy(BUYERS_WEBHOOK, YES, { match: other }));
      expect(plan.outcomes).toMatchObject([{ ok: false, error: expect.any(Unmatched) }]);
      expect(plan.states).toEqual([]);
    }
  });

  test("are checked after earlier commands of the batch: a call that moved away is not the former buyer's", () => {
    const moves = updateBy(OWNER, { buyer: { partyId: 8 } });
    const plan = planOf(CONTEXT, moves, updateBy(BUYERS_WEBHOOK, YES, { match: { buyerId: 7 } }));
    expect(plan.outcomes).toMatchObject([{ ok: true }, { error: expect.any(Unmatched) }]);
    expect(plan.call().buyer).toMatchObject({ converted: false, partyId: 8 });
  });

  test("a webhook that the settings in force switch off is rejected; a secure token is not affected", () => {
    const context = givenBatchContext({ calls: [CALL], settings: [givenSettingsVersion({ webhookEnabled: false })] });
    const outcomes = planOf(
      context,
      updateBy(BUYERS_WEBHOOK, YES, { match: { buyerId: 7 } }),
      updateBy(SECURE_TOKEN, YES, { match: { buyerId: 7 } }),
    ).outcomes;
    expect(outcomes).toMatchObject([{ error: expect.any(WebhookSwitchedOff) }, { ok: true }]);
  });
});

describe("facts", () => {
  const settings = [
    givenSettingsVersion({ mechanisms: { rules: [givenRule({ amount: { kind: "fixed", amountMinor: 1500n } })] } }),
  ];
  const context = givenBatchContext({ calls: [CALL], settings });

  test("are evaluated after all commands of the batch, and requests that wait for them are answered last", () => {
    const plan = planOf(context, evaluationOf(1), updateBy(OWNER, { tokens: { sold: "1" } }));
    expect(plan.outcomes).toMatchObject([{ changed: true }, { changed: true }]);
    expect(plan.call().buyer).toMatchObject({ converted: true, amountMinor: 1500n, decision: { ruleId: 1 } });
    expect(plan.changes).toMatchObject([{ mechanism: "rule", actor: { type: "system" }, evaluated: ["buyer"] }]);
  });

  test.each([
    ["token, then yes", [{ tokens: { sold: "1" } }, YES]],
    ["yes, then token", [YES, { tokens: { sold: "1" } }]],
    ["no, token, yes", [NO, { tokens: { sold: "1" } }, YES]],
    ["all in one", [{ ...YES, tokens: { sold: "1" } }]],
  ])("price by the rule that holds, in any order of arrival: %s", (_, updates) => {
    const { buyer } = planOf(context, ...updates.map((update) => updateBy(OWNER, update))).call();
    expect(buyer).toMatchObject({ converted: true, amountMinor: 1500n, amountFrom: "rule" });
  });

  test("that arrive while a side is locked are evaluated when it is unlocked", () => {
    const settings = [givenSettingsVersion({ mechanisms: { rules: [givenRule()] } })];
    const locked = givenLoadedCall({ buyer: { locked: true }, facts: { tokens: { sold: "1" } } });
    const plan = planOf(
      givenBatchContext({ calls: [locked], settings }),
      requestOf({ kind: "lock", side: "buyer", locked: false }),
    );
    expect(plan.call().buyer).toMatchObject({ converted: true, decision: { mechanism: "rule" } });
  });

  test("that correct the start use the price in force at that start, whichever came first", () => {
    const [early, late] = [new Date("2026-11-20T12:00:00Z"), CALL.state.startedAt];
    const terms = [
      givenTerms({ id: 1, side: "buyer", buyerId: 7, amountMinor: 800n }),
      givenTerms({ id: 2, side: "buyer", buyerId: 7, amountMinor: 1000n, validFrom: new Date("2026-11-22T00:00:00Z") }),
    ];
    const context = givenBatchContext({ calls: [CALL], terms });
    const [yes, corrected] = [updateBy(OWNER, YES), correctedStart(late, early)];
    expect(planOf(context, yes, corrected).call().buyer.amountMinor).toBe(800n);
    expect(planOf(context, corrected, yes).call().buyer.amountMinor).toBe(800n);
    const standing = { ...CALL, state: planOf(context, yes).call() };
    expect(planOf({ ...context, calls: [standing] }, corrected).call().buyer.amountMinor).toBe(800n);
    const locked = { ...standing, state: { ...standing.state, buyer: { ...standing.state.buyer, locked: true } } };
    expect(planOf({ ...context, calls: [locked] }, corrected).call().buyer.amountMinor).toBe(800n);
  });

  test("that correct the start use the percentage in force at that start, also before any charge", () => {
    const [early, late] = [new Date("2026-11-20T12:00:00Z"), CALL.state.startedAt];
    const since = new Date("2026-11-22T00:00:00Z");
    const terms = [
      givenTerms({ id: 1, side: "buyer", buyerId: 7, amountMinor: 1000n }),
      givenTerms({ id: 2, side: "offer", offerId: 3, percentBasisPoints: 2000 }),
      givenTerms({ id: 3, side: "offer", offerId: 3, percentBasisPoints: 5000, validFrom: since }),
    ];
    const context = givenBatchContext({ calls: [CALL], terms });
    const earned = { ...CALL, state: planOf(context, updateBy(OWNER, { offer: { converted: true } })).call() };
    expect(earned.state).toMatchObject({ offer: { converted: true, amountMinor: 0n }, payoutTermsId: 3 });
    const corrected = { ...earned, state: planOf({ ...context, calls: [earned] }, correctedStart(late, early)).call() };
    const { offer } = planOf({ ...context, calls: [corrected] }, updateBy(OWNER, YES)).call();
    expect(offer.amountMinor).toBe(200n);
  });

  test("are evaluated by the settings in force at the start of the call", () => {
    const later = givenSettingsVersion({ ruleSetId: 71, version: 2, validFrom: new Date("2026-11-23T16:50:00.001Z") });
    const both = givenBatchContext({ calls: [CALL], settings: [later, ...settings] });
    const plan = planOf(both, updateBy(OWNER, { tokens: { sold: "1" } }));
    expect(plan.evaluations).toMatchObject([{ callId: 1, side: "buyer", ruleSetId: 70, converting: 0 }]);
  });

  test("that repeat a token are no change and cause no evaluation", () => {
    const fields = givenBatchContext({ calls: [givenLoadedCall({ facts: { tokens: { sold: "1" } } })], settings });
    const plan = planOf(fields, updateBy(OWNER, { tokens: { sold: "1" } }));
    expect(plan.outcomes).toMatchObject([{ ok: true, changed: false }]);
    expect(plan).toMatchObject({ facts: [], tokenChanges: [], evaluations: [], changes: [] });
  });

  test("log who set a token, with old and new value", () => {
    const plan = planOf(
      context,
      updateBy(SECURE_TOKEN, { tokens: { sold: "1" } }),
      updateBy(OWNER, { tokens: { sold: "2" } }),
    );
    expect(plan.tokenChanges).toMatchObject([
      { callId: 1, mechanism: "secure_api", actor: SECURE_TOKEN, tokens: { sold: { from: null, to: "1" } } },
      { callId: 1, mechanism: "manual", actor: OWNER, tokens: { sold: { from: "1", to: "2" } } },
    ]);
    expect(plan.facts).toMatchObject([{ callId: 1, facts: { tokens: { sold: "2" } } }]);
  });
});

describe("an event id", () => {
  const event = (content: string) => ({ kind: "event_id", name: "e1", content }) as const;
  const yes = updateBy(BUYERS_WEBHOOK, { ...YES, event: event("yes") });
  const no = updateBy(BUYERS_WEBHOOK, { ...NO, event: event("no") });

  test("recognizes its newest content as a repetition, also within a batch", () => {
    const plan = planOf(CONTEXT, yes, yes);
    expect(plan.outcomes).toMatchObject([{ changed: true }, { changed: false, repeated: true, held: [] }]);
    expect(plan.events).toMatchObject([{ kind: "event_id", name: "e1", content: "yes", outcome: "applied" }]);
  });

  test("accepts other content as a correction, and holds content from before the newest", () => {
    const plan = planOf(CONTEXT, yes, no, yes);
    expect(plan.outcomes).toMatchObject([{ changed: true }, { changed: true }, { changed: false, held: ["buyer"] }]);
    expect(plan.call().buyer.converted).toBe(false);
    expect(plan.inbox).toMatchObject([{ reason: "reused_event_id", callId: 1, side: "buyer" }]);
  });

  test("is not consumed by a rejected update", () => {
    const nobody = updateBy(OWNER, { buyer: { converted: true, partyId: 99 }, event: event("yes") });
    const again = updateBy(OWNER, { ...YES, event: event("yes") });
    expect(planOf(CONTEXT, nobody, again).outcomes).toMatchObject([{ ok: false }, { ok: true, repeated: false }]);
  });

  test("belongs to its sender's mechanism", () => {
    const plan = planOf(CONTEXT, yes, updateBy(OWNER, { ...YES, event: event("yes") }));
    expect(plan.outcomes).toMatchObject([{ repeated: false }, { repeated: false }]);
  });
});

describe("an update that is not applied", () => {
  test("waits in the inbox if the side is locked", () => {
    const context = givenBatchContext({ calls: [givenLoadedCall({ buyer: { locked: true } })] });
    const plan = planOf(context, updateBy(BUYERS_WEBHOOK, YES, { payload: { buyer_converted: "true" } }));
    expect(plan.outcomes).toMatchObject([{ ok: true, changed: false, held: ["buyer"] }]);
    expect(plan.inbox).toMatchObject([{ reason: "locked", side: "buyer", payload: { buyer_converted: "true" } }]);
  });

  test("waits for the token that prices a locked side, while other tokens are set", () => {
    const context = givenBatchContext({
      calls: [givenLoadedCall({ buyer: { locked: true } })],
      pricingTokens: { buyer: new Set(["price"]), offer: new Set() },
    });
    const plan = planOf(context, updateBy(BUYERS_WEBHOOK, { tokens: { price: "5.00", city: "Reno" } }));
    expect(plan.outcomes).toMatchObject([{ changed: true, held: ["buyer"] }]);
    expect(plan.facts).toMatchObject([{ facts: { tokens: { city: "Reno" } } }]);
    expect(plan.facts[0]?.facts.tokens).not.toHaveProperty("price");
  });

  test("is recorded as older, with its tokens, if a newer update decided the side", () => {
    const [now, before] = [new Date("2026-11-23T16:59:00Z"), new Date("2026-11-23T16:58:00Z")];
    const plan = planOf(
      CONTEXT,
      updateBy(BUYERS_WEBHOOK, { ...YES, occurredAt: now }),
      updateBy(BUYERS_WEBHOOK, { ...NO, tokens: { city: "Reno" }, occurredAt: before }),
    );
    expect(plan.outcomes).toMatchObject([{ changed: true }, { changed: false, older: ["buyer"] }]);
    expect(plan.events).toMatchObject([{ kind: "unnamed", occurredAt: before, outcome: "older" }]);
    expect(plan.facts).toEqual([]);
  });
});

describe("limits on updates from a buyer's systems", () => {
  const limits = { revenue: "accepted", minimumMinor: null, maximumMinor: null, takeBackDays: 0 } as const;
  const byTier = givenRule({
    condition: { token: "tier", operator: "equals", values: ["high"] },
    amount: { kind: "fixed", amountMinor: 5000n },
  });
  const byPrice = givenRule({
    ...{ id: 2, name: "By price", condition: { all: [] } },
    amount: { kind: "token", token: "price", minimumMinor: 0n, maximumMinor: 9000n },
  });
  const settings = [givenSettingsVersion({ limits, mechanisms: { rules: [byTier, byPrice] } })];
  const context = givenBatchContext({
    calls: [givenLoadedCall({ facts: { tokens: { price: "20.00" } } })],
    pricingTokens: { buyer: new Set(["price"]), offer: new Set() },
    settings,
  });
  const charged = evaluationOf(1);

  test.each([
    ["a flag", NO],
    ["a lower amount", { buyer: { amountMinor: 1999n } }],
    ["a lower token that prices", { tokens: { price: "19.99" } }],
    ["a flag with a token that prices", { ...NO, tokens: { price: "30.00" } }],
  ])("hold %s that takes back too late; nothing of it is applied", (_, update) => {
    const before = planOf(context, charged).call();
    const stands = { ...context, calls: [{ ...givenLoadedCall(), state: before, facts: loadedFacts }] };
    const plan = planOf(stands, updateBy(BUYERS_WEBHOOK, update));
    expect(plan.outcomes).toMatchObject([{ ok: true, changed: false, held: ["buyer"] }]);
    expect(plan).toMatchObject({ states: [], facts: [], inbox: [{ reason: "outside_limits" }] });
  });

  test("hold a token that lowers the charge through a rule's condition, with everything sent beside it", () => {
    const high = givenLoadedCall({ facts: { tokens: { tier: "high", price: "20.00" } } });
    const state = planOf({ ...context, calls: [high] }, charged).call();
    expect(state.buyer.amountMinor).toBe(5000n);
    const stands = { ...context, calls: [{ ...high, state }] };
    for (const update of [{ tokens: { tier: "low" } }, { ...NO, tokens: { tier: "low" } }]) {
      const plan = planOf(stands, updateBy(BUYERS_WEBHOOK, update));
      expect(plan.outcomes).toMatchObject([{ changed: false, held: ["buyer"] }]);
      expect(plan).toMatchObject({ states: [], facts: [] });
    }
  });

  test("let a higher charge through, and tokens beside a held flag", () => {
    const before = planOf(context, charged).call();
    const stands = { ...context, calls: [{ ...givenLoadedCall(), state: before, facts: loadedFacts }] };
    const plan = planOf(stands, updateBy(BUYERS_WEBHOOK, { ...NO, tokens: { city: "Reno" } }));
    expect(plan.outcomes).toMatchObject([{ changed: true, held: ["buyer"] }]);
    expect(plan.facts).toMatchObject([{ facts: { tokens: { city: "Reno" } } }]);
    expect(planOf(stands, updateBy(BUYERS_WEBHOOK, { tokens: { price: "25.00" } })).call().buyer.amountMinor).toBe(
      2500n,
    );
  });

  test("hold nothing of an update that is too old, or because of other senders earlier in the batch", () => {
    const state = { ...planOf(context, charged).call() };
    const clocked = { ...state, buyer: { ...state.buyer, statedAt: new Date("2026-11-23T16:58:00Z") } };
    const stands = { ...context, calls: [{ ...givenLoadedCall(), state: clocked, facts: loadedFacts }] };
    const old = { ...YES, tokens: { price: "19.99" }, occurredAt: new Date("2026-11-23T16:55:00Z") };
    expect(planOf(stands, updateBy(BUYERS_WEBHOOK, old)).outcomes).toMatchObject([{ held: [], older: ["buyer"] }]);
    const lowered = updateBy(OWNER, { tokens: { price: "15.00" } });
    const plan = planOf(stands, lowered, updateBy(BUYERS_WEBHOOK, { tokens: { city: "Reno" } }));
    expect(plan.outcomes).toMatchObject([{ changed: true }, { changed: true, held: [] }]);
  });

  test("do not apply to other senders", () => {
    expect(planOf(context, charged, updateBy(OWNER, NO)).call().buyer.converted).toBe(false);
  });

  const loadedFacts = givenLoadedCall({ facts: { tokens: { price: "20.00" } } }).facts;
});

describe("a waiting update", () => {
  const waiting = (changes: object = {}) => ({
    ...{ inboxId: 5, callIds: [1], fitsOthers: false },
    request: { ...updateBy(BUYERS_WEBHOOK, YES), match: { buyerId: 7 } },
    ...changes,
  });

  test("is applied once its call belongs to its buyer", () => {
    const call = givenLoadedCall({ buyer: { partyId: 8 } });
    const context = givenBatchContext({ calls: [call], waiting: [waiting()] });
    const moves = updateBy(OWNER, { buyer: { partyId: 7 } });
    const plan = planOf(context, moves);
    expect(plan.appliedWaiting).toEqual([{ inboxId: 5, callId: 1 }]);
    expect(plan.call().buyer).toMatchObject({ converted: true, partyId: 7, decision: { mechanism: "webhook" } });
    expect(plan.outcomes).toHaveLength(1);
  });

  test("keeps waiting while the call belongs to another buyer", () => {
    const call = givenLoadedCall({ buyer: { partyId: 8 } });
    const plan = planOf(givenBatchContext({ calls: [call], waiting: [waiting()] }), updateBy(OWNER, YES));
    expect(plan).toMatchObject({ appliedWaiting: [], ambiguous: [] });
  });

  test("is ambiguous if it matches several calls, and changes none", () => {
    const calls = [givenLoadedCall(), givenLoadedCall({ id: 2 })];
    for (const several of [waiting({ callIds: [1, 2] }), waiting({ fitsOthers: true })]) {
      const plan = planOf(givenBatchContext({ calls, waiting: [several] }));
      expect(plan).toMatchObject({ ambiguous: [5], appliedWaiting: [], states: [] });
    }
  });
});
