import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallChange } from "./billing";
import { type CallState, type Side, type SideState, standing } from "./call-state";
import { type Decided, decide, type Surroundings } from "./decide";
import { TermsBook } from "./terms";
import type { SideStatement, Statement, Verdict, Wish } from "./wish";

const RUNS = 1500;
const START = Date.UTC(2026, 10, 23, 16);
const UNDECIDED: SideState = {
  ...{
    converted: false,
    decision: null,
    locked: false,
    partyId: null,
    amountMinor: 0n,
    amountFrom: null,
    statedAt: null,
  },
};
const PARTIES = [1, 2, 3];
const side = fc.constantFrom<Side>("buyer", "offer");
const amount = fc.constantFrom(0n, 1n, 999n, 1000n, 1500n, 99_999_999_999n);

const calls: fc.Arbitrary<CallState> = fc
  .tuple(fc.option(fc.constantFrom(...PARTIES)), fc.option(fc.constantFrom(...PARTIES)))
  .map(([buyerId, sourceId]) => ({
    ...{ id: 1, version: 0, offerId: 1, startedAt: new Date(START) },
    buyer: { ...UNDECIDED, partyId: buyerId },
    offer: { ...UNDECIDED, partyId: sourceId },
    ...{ payoutTermsId: null, chargeVersion: null, payoutVersion: null },
  }));

const saying: fc.Arbitrary<SideStatement> = fc.record(
  { converted: fc.boolean(), amountMinor: amount, partyId: fc.constantFrom(...PARTIES) },
  { requiredKeys: [] },
);
const minutes = fc.integer({ min: -90, max: 5 }).map((count) => new Date(START + (count + 120) * 60_000));
const statements: fc.Arbitrary<Statement> = fc.record(
  {
    kind: fc.constant("statement" as const),
    mechanism: fc.constantFrom("manual", "api", "secure_api", "webhook", "import"),
    buyer: saying,
    offer: saying,
    occurredAt: minutes,
  },
  { requiredKeys: ["kind", "mechanism"] },
);
const verdicts: fc.Arbitrary<Verdict> = fc.record(
  {
    kind: fc.constant("verdict" as const),
    side,
    mechanism: fc.constantFrom("rule", "duration", "voice_agent"),
    ruleId: fc.constantFrom(1, 2),
    amountMinor: amount,
  },
  { requiredKeys: ["kind", "side", "mechanism"] },
);
const wishes: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 6, arbitrary: statements },
  { weight: 2, arbitrary: verdicts },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("automatic" as const), side, keepsAmount: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("lock" as const), side, locked: fc.boolean() }) },
);

const surroundings: fc.Arbitrary<Surroundings> = fc
  .record({
    offerFollowsBuyer: fc.boolean(),
    prices: fc.array(amount, { maxLength: 3 }),
    payout: fc.option(fc.oneof(amount, fc.integer({ min: 0, max: 20_000 }))),
    minimumMinor: fc.option(fc.constantFrom(0n, 100n)),
    maximumMinor: fc.option(fc.constantFrom(100n, 900n)),
  })
  .map(({ offerFollowsBuyer, prices, payout, minimumMinor, maximumMinor }) => {
    const scope = { ...{ offerId: null, buyerId: null, trafficSourceId: null }, validFrom: new Date(0) };
    const flat = { percentBasisPoints: null, minimumMinor: null, maximumMinor: null };
    const share = typeof payout === "number" ? { percentBasisPoints: payout, minimumMinor, maximumMinor } : flat;
    const amountMinor = typeof payout === "bigint" ? payout : null;
    return {
      ...{ offerFollowsBuyer, repeated: false },
      buyerAccounts: new Map([
        [1, 11],
        [2, 12],
      ]),
      sourceAccounts: new Map([
        [1, 21],
        [2, 22],
      ]),
      terms: new TermsBook([
        ...prices.map((price, position) => {
          return { ...scope, ...flat, id: position, side: "buyer" as const, buyerId: position + 1, amountMinor: price };
        }),
        ...(payout === null ? [] : [{ ...scope, ...share, id: 9, side: "offer" as const, offerId: 1, amountMinor }]),
      ]),
    };
  });

const now = (step: number) => new Date(START + (120 + step) * 60_000);
const text = (value: unknown) => JSON.stringify(value, (_, each) => (typeof each === "bigint" ? `${each}n` : each));

function play(call: CallState, story: readonly Wish[], known: Surroundings): { call: CallState; log: CallChange[] } {
  const log: CallChange[] = [];
  const end = story.reduce((state, wish, step) => {
    const decided = decide(state, wish, known, now(step));
    if (!decided.ok) return state;
    if (decided.change) log.push(decided.change);
    return decided.call;
  }, call);
  return { call: end, log };
}

function holds<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  promise: (...values: Values) => void,
): void {
  fc.assert(fc.property(...arbitraries, promise), { numRuns: RUNS });
}

const stories = fc.array(wishes, { maxLength: 12 });

test("the log leads from nothing to the call, one version a change, each from where the one before ended", () => {
  holds([calls, stories, surroundings], (call, story, known) => {
    const { call: end, log } = play(call, story, known);
    expect(log.map((change) => change.after.version)).toEqual(log.map((_, position) => position + 1));
    expect(end.version).toBe(log.length);
    for (const [position, { before, after }] of log.entries()) {
      const { buyer, offer } = log[position - 1]?.after ?? call;
      const withoutClock = ({ statedAt: _, ...state }: SideState) => text(state);
      expect([withoutClock(before.buyer), withoutClock(before.offer)]).toEqual([
        withoutClock(buyer),
        withoutClock(offer),
      ]);
      expect(text([after.buyer, after.offer])).not.toBe(text([before.buyer, before.offer]));
    }
  });
});

test("every charge and payout is closed once at most, by a later change, and what is left open is what stands", () => {
  holds([calls, stories, surroundings], (call, story, known) => {
    const { call: end, log } = play(call, story, known);
    for (const [closes, opens, name, accounts] of [
      ["closesCharge", "opensCharge", "buyer", known.buyerAccounts],
      ["closesPayout", "opensPayout", "offer", known.sourceAccounts],
    ] as const) {
      const open = new Map<number, string>();
      for (const change of log) {
        const closed = change[closes];
        if (closed !== null) expect(open.delete(closed)).toBe(true);
        const opened = change[opens];
        if (opened) open.set(change.after.version, text(opened));
      }
      const stands = standing(end[name]);
      const expected = stands && { accountId: accounts.get(stands.partyId), amountMinor: stands.amountMinor };
      expect([...open.values()]).toEqual(expected ? [text(expected)] : []);
    }
  });
});

test("what is said twice in a row changes nothing the second time", () => {
  holds([calls, stories, wishes, surroundings], (call, story, wish, known) => {
    const { call: state } = play(call, story, known);
    const once = decide(state, wish, known, now(story.length));
    if (!once.ok) return;
    const twice = decide(once.call, wish, known, now(story.length + 1));
    expect(twice).toMatchObject({ ok: true, change: null });
  });
});

test("a statement about the offer side never touches the buyer side", () => {
  holds([calls, stories, statements, surroundings], (call, story, { buyer: _, ...statement }, known) => {
    const { call: state } = play(call, story, known);
    const decided = decide(state, statement, known, now(story.length));
    if (decided.ok) expect(decided.call.buyer).toEqual(state.buyer);
  });
});

test("a statement about the buyer side touches the offer side by following or by a percentage alone", () => {
  holds([calls, stories, statements, surroundings], (call, story, { offer: _, ...statement }, known) => {
    const { call: state } = play(call, story, { ...known, offerFollowsBuyer: false });
    const decided = decide(state, statement, { ...known, offerFollowsBuyer: false }, now(story.length));
    if (!decided.ok) return;
    const shares = state.offer.converted && state.offer.amountFrom === "terms";
    const ignored = shares ? { amountMinor: 0n } : {};
    expect({ ...decided.call.offer, ...ignored }).toEqual({ ...state.offer, ...ignored });
  });
});

test("automatic mechanisms never touch what somebody said or locked", () => {
  holds([calls, stories, verdicts, surroundings], (call, story, verdict, known) => {
    const { call: state } = play(call, story, known);
    const { locked, decision } = state[verdict.side];
    const decided = decide(state, verdict, known, now(story.length));
    if (decided.ok && (locked || decision?.explicit)) expect(decided.call[verdict.side]).toEqual(state[verdict.side]);
  });
});

test("of several verdicts the last one decides the price, whatever came before it", () => {
  const own = verdicts.map((verdict) => ({ ...verdict, side: "buyer" as const }));
  holds([calls, fc.array(own, { maxLength: 4 }), own, surroundings], (call, before, last, known) => {
    const amounts = [play(call, [...before, last], known), play(call, [last], known)].map(({ call: { buyer } }) => {
      return [buyer.amountMinor, buyer.converted, buyer.decision?.mechanism, buyer.decision?.ruleId];
    });
    expect(amounts[0]).toEqual(amounts[1]);
  });
});

test("a refusal tells why, and no decision alters what it was given", () => {
  const frozen = <T>(value: T): T => {
    if (value !== null && typeof value === "object" && !(value instanceof Date))
      Object.values(Object.freeze(value)).forEach(frozen);
    return value;
  };
  holds([calls, stories, surroundings], (call, story, known) => {
    let state = frozen(call);
    for (const [step, wish] of frozen(story).entries()) {
      const decided: Decided = decide(state, wish, known, now(step));
      if (decided.ok) state = frozen(decided.call);
      else expect(Object.values(decided.errors).every((sentence) => sentence.endsWith("."))).toBe(true);
    }
  });
});

test("no converted side is without its party, and no amount below nothing", () => {
  holds([calls, stories, surroundings], (call, story, known) => {
    const { call: end } = play(call, story, known);
    for (const { converted, partyId, amountMinor } of [end.buyer, end.offer]) {
      expect(converted && partyId === null).toBe(false);
      expect(amountMinor).toBeGreaterThanOrEqual(0n);
    }
    expect(end.chargeVersion !== null).toBe(standing(end.buyer) !== null);
    expect(end.payoutVersion !== null).toBe(standing(end.offer) !== null);
  });
});
