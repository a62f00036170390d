import fc from "fast-check";
import { expect, test } from "vitest";
import { type CallState, isStated, type Side, type SideState, standing } from "@/lib/call/domain/call-state";
import { TermsBook } from "@/lib/terms/domain/terms";
import { givenCallState } from "@/lib/testing/conversion/given-call-state";
import { givenTerms } from "@/lib/testing/conversion/given-decision-context";
import { type Facts, playStep, playSteps, type Step } from "@/lib/testing/conversion/play-steps";
import type { Command, SideUpdate, Update } from "./command";
import type { DecisionContext } from "./decide";

const RUNS = 1500;
const START = Date.UTC(2026, 10, 23, 16);
const PARTIES = [1, 2, 3];
const side = fc.constantFrom<Side>("buyer", "offer");
const amount = fc.constantFrom(0n, 1n, 999n, 1000n, 1500n, 99_999_999_999n);

const calls: fc.Arbitrary<CallState> = fc
  .tuple(fc.option(fc.constantFrom(...PARTIES)), fc.option(fc.constantFrom(...PARTIES)))
  .map(([buyerId, sourceId]) =>
    givenCallState({
      ...{ offerId: 1, startedAt: new Date(START) },
      ...{ buyer: { partyId: buyerId }, offer: { partyId: sourceId } },
    }),
  );

const sides: fc.Arbitrary<SideUpdate> = fc.record(
  { converted: fc.boolean(), amountMinor: amount, partyId: fc.constantFrom(...PARTIES) },
  { requiredKeys: [] },
);
const minutes = fc.integer({ min: -90, max: 5 }).map((count) => new Date(START + (count + 120) * 60_000));
const updates: fc.Arbitrary<Update> = fc.record(
  {
    kind: fc.constant("update" as const),
    mechanism: fc.constantFrom("manual", "api", "secure_api", "webhook", "import"),
    buyer: sides,
    offer: sides,
    occurredAt: minutes,
  },
  { requiredKeys: ["kind", "mechanism"] },
);
const verdicts = fc.record(
  {
    mechanism: fc.constantFrom("rule", "duration", "voice_agent"),
    ruleId: fc.constantFrom(1, 2),
    amountMinor: amount,
  },
  { requiredKeys: ["mechanism"] },
);
const facts: fc.Arbitrary<Facts> = fc.record({ kind: fc.constant("facts"), side, verdict: fc.option(verdicts) });
const returns: fc.Arbitrary<Command> = fc.record({
  ...{ kind: fc.constant("returnToAutomatic"), side, keepsAmount: fc.boolean() },
});
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: updates },
  { weight: 2, arbitrary: facts },
  { weight: 1, arbitrary: returns },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("lock" as const), side, locked: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("revert" as const), side }) },
  { weight: 1, arbitrary: fc.constant({ kind: "evaluate" as const }) },
);

const contexts: fc.Arbitrary<DecisionContext> = fc
  .record({
    offerFollowsBuyer: fc.boolean(),
    prices: fc.array(amount, { maxLength: 3 }),
    payout: fc.option(fc.oneof(amount, fc.integer({ min: 0, max: 20_000 }))),
    minimumMinor: fc.option(fc.constantFrom(0n, 100n)),
    maximumMinor: fc.option(fc.constantFrom(100n, 900n)),
  })
  .map(({ offerFollowsBuyer, prices, payout, minimumMinor, maximumMinor }) => {
    const share = typeof payout === "number" ? { percentBasisPoints: payout, minimumMinor, maximumMinor } : {};
    const amountMinor = typeof payout === "bigint" ? payout : null;
    return {
      offerFollowsBuyer,
      verdictOn: () => null,
      buyerAccounts: new Map([
        [1, 11],
        [2, 12],
      ]),
      sourceAccounts: new Map([
        [1, 21],
        [2, 22],
      ]),
      terms: new TermsBook([
        ...prices.map((price, position) =>
          givenTerms({ id: position, side: "buyer", buyerId: position + 1, amountMinor: price }),
        ),
        ...(payout === null ? [] : [givenTerms({ ...share, id: 9, side: "offer", offerId: 1, amountMinor })]),
      ]),
    };
  });

const now = (step: number) => new Date(START + (120 + step) * 60_000);
/** The time and source of a stated amount may change without changing what is billed. */
const withoutMarks = ({ statedAt: _, amountFrom, ...state }: SideState) =>
  text({ ...state, amountFrom: amountFrom === "stated_by_buyer" ? "stated" : amountFrom });
const text = (value: unknown) => JSON.stringify(value, (_, item) => (typeof item === "bigint" ? `${item}n` : item));

function play(call: CallState, story: readonly Step[], context: DecisionContext) {
  return playSteps({ call, context }, story, { from: now(0), passRejections: true });
}

function holds<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  promise: (...values: Values) => void,
): void {
  fc.assert(fc.property(...arbitraries, promise), { numRuns: RUNS });
}

const stories = fc.array(steps, { maxLength: 12 });

test("the changes of a call are consecutive: one version each, starting where the previous one ended", () => {
  holds([calls, stories, contexts], (call, story, context) => {
    const { call: end, changes } = play(call, story, context);
    expect(changes.map((change) => change.after.version)).toEqual(changes.map((_, position) => position + 1));
    expect(end.version).toBe(changes.length);
    for (const [position, { before, after }] of changes.entries()) {
      const { buyer, offer } = changes[position - 1]?.after ?? call;
      expect([withoutMarks(before.buyer), withoutMarks(before.offer)]).toEqual([
        withoutMarks(buyer),
        withoutMarks(offer),
      ]);
      expect(text([after.buyer, after.offer])).not.toBe(text([before.buyer, before.offer]));
    }
  });
});

test("every charge and payout is closed at most once, by a later change, and the open ones are valid", () => {
  holds([calls, stories, contexts], (call, story, context) => {
    const { call: end, changes } = play(call, story, context);
    for (const [name, accounts] of [
      ["buyer", context.buyerAccounts],
      ["offer", context.sourceAccounts],
    ] as const) {
      const open = new Map<number, string>();
      for (const change of changes) {
        const { closes, opens } = change[name];
        if (closes !== null) expect(open.delete(closes)).toBe(true);
        if (opens) open.set(change.after.version, text(opens));
      }
      const stands = standing(end[name]);
      const expected = stands && { accountId: accounts.get(stands.partyId), amountMinor: stands.amountMinor };
      expect([...open.values()]).toEqual(expected ? [text(expected)] : []);
    }
  });
});

test("the same command twice in a row changes nothing the second time", () => {
  holds([calls, stories, steps, contexts], (call, story, step, context) => {
    const once = playStep(play(call, story, context), step, now(story.length));
    if (!once.decided.ok) return;
    const { decided } = playStep(once, step, now(story.length + 1));
    expect(decided).toMatchObject({ ok: true, change: null });
  });
});

test("an update of the offer side never changes the buyer side", () => {
  holds([calls, stories, updates, contexts], (call, story, { buyer: _, ...update }, context) => {
    const scene = play(call, story, context);
    const { call: after } = playStep(scene, update, now(story.length));
    expect(after.buyer).toEqual(scene.call.buyer);
  });
});

test("an update of the buyer side changes the offer side only by following or by a percentage", () => {
  holds([calls, stories, updates, contexts], (call, story, { offer: _, ...update }, context) => {
    const scene = play(call, story, { ...context, offerFollowsBuyer: false });
    const { call: after } = playStep(scene, update, now(story.length));
    const shares = scene.call.offer.converted && scene.call.offer.amountFrom === "terms";
    const ignored = shares ? { amountMinor: 0n, billedVersion: null } : {};
    expect({ ...after.offer, ...ignored }).toEqual({ ...scene.call.offer, ...ignored });
  });
});

test("automatic mechanisms change nothing of a locked side, and of an explicit side only an amount not stated", () => {
  holds([calls, stories, facts, contexts], (call, story, sent, context) => {
    const scene = play(call, story, context);
    const before = scene.call[sent.side];
    const after = playStep(scene, sent, now(story.length)).call[sent.side];
    if (before.locked) expect(after).toEqual(before);
    if (!before.decision?.explicit) return;
    const { amountMinor, amountFrom, billedVersion } = isStated(before) ? before : after;
    expect(after).toEqual({ ...before, amountMinor, amountFrom, billedVersion });
  });
});

test("without updates the latest facts decide the price, whatever came before", () => {
  const own = verdicts.map((verdict): Facts => ({ kind: "facts", side: "buyer", verdict }));
  holds([calls, fc.array(own, { maxLength: 4 }), own, contexts], (call, before, last, context) => {
    const ends = [play(call, [...before, last], context), play(call, [last], context)].map(({ call: { buyer } }) => {
      return [buyer.amountMinor, buyer.converted, buyer.decision?.mechanism, buyer.decision?.ruleId];
    });
    expect(ends[0]).toEqual(ends[1]);
  });
});

test("the amount does not depend on whether facts or update came first", () => {
  const updatesOfFlag = fc.record({
    ...{ kind: fc.constant("update" as const), mechanism: fc.constantFrom("manual", "webhook") },
    buyer: fc.record({ converted: fc.boolean(), amountMinor: amount }, { requiredKeys: ["converted"] }),
  });
  const about = fc.record({ kind: fc.constant("facts"), side: fc.constant("buyer"), verdict: fc.option(verdicts) });
  holds([calls, updatesOfFlag, about, contexts], (call, update, sent, context) => {
    const [one, other] = [
      [update, sent],
      [sent, update],
    ].map((story) => play(call, story as Step[], context).call.buyer);
    expect(one && standing(one)).toEqual(other && standing(other));
  });
});

test("a rejection gives its reason, and no decision modifies its input", () => {
  const frozen = <T>(value: T): T => {
    if (value !== null && typeof value === "object" && !(value instanceof Date))
      Object.values(Object.freeze(value)).forEach(frozen);
    return value;
  };
  holds([calls, stories, contexts], (call, story, context) => {
    let scene = { call: frozen(call), context };
    for (const [step, item] of frozen(story).entries()) {
      const { decided, ...next } = playStep(scene, item, now(step));
      scene = { ...next, call: frozen(next.call) };
      if (!decided.ok) expect(Object.values(decided.errors).every((sentence) => sentence.endsWith("."))).toBe(true);
    }
  });
});

test("every converted side has a party, and no amount is negative", () => {
  holds([calls, stories, contexts], (call, story, context) => {
    const { call: end } = play(call, story, context);
    for (const { converted, partyId, amountMinor } of [end.buyer, end.offer]) {
      expect(converted && partyId === null).toBe(false);
      expect(amountMinor).toBeGreaterThanOrEqual(0n);
    }
    expect(end.buyer.billedVersion !== null).toBe(standing(end.buyer) !== null);
    expect(end.offer.billedVersion !== null).toBe(standing(end.offer) !== null);
  });
});
