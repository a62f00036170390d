import { describe, expect, test } from "vitest";
import type { CallState, SideState } from "./call-state";
import { type Decided, decide, type Surroundings } from "./decide";
import { TermsBook } from "./terms";
import type { Wish } from "./wish";

const NOW = new Date("2026-11-23T17:00:00Z");
const UNDECIDED: SideState = {
  converted: false,
  decision: null,
  locked: false,
  partyId: 1,
  amountMinor: 0n,
  amountFrom: null,
  statedAt: null,
};
const CALL: CallState = {
  id: 1042,
  version: 0,
  offerId: 3,
  startedAt: new Date("2026-11-23T16:50:00Z"),
  buyer: UNDECIDED,
  offer: { ...UNDECIDED, partyId: 2 },
  payoutTermsId: null,
  chargeVersion: null,
  payoutVersion: null,
};
const SCOPE = { offerId: 3, buyerId: null, trafficSourceId: null, validFrom: new Date("2020-01-01T00:00:00Z") };
const FLAT = { percentBasisPoints: null, minimumMinor: null, maximumMinor: null };
const KNOWN: Surroundings = {
  buyerAccounts: new Map([[1, 11]]),
  sourceAccounts: new Map([[2, 22]]),
  terms: new TermsBook([
    { ...SCOPE, ...FLAT, id: 1, side: "buyer", buyerId: 1, amountMinor: 1000n },
    { ...SCOPE, ...FLAT, id: 2, side: "offer", amountMinor: 600n },
  ]),
  offerFollowsBuyer: false,
  repeated: false,
};
const FOLLOWING = { ...KNOWN, offerFollowsBuyer: true };

const says = (buyer?: boolean, offer?: boolean): Wish => ({
  kind: "statement",
  mechanism: "manual",
  ...(buyer !== undefined && { buyer: { converted: buyer } }),
  ...(offer !== undefined && { offer: { converted: offer } }),
});

function told(wishes: readonly Wish[], known = KNOWN, call = CALL): CallState {
  return wishes.reduce((state, wish) => accepted(decide(state, wish, known, NOW)).call, call);
}

function accepted(decided: Decided): Extract<Decided, { ok: true }> {
  if (!decided.ok) throw new Error(JSON.stringify(decided.errors));
  return decided;
}

describe("following the buyer", () => {
  test("a locked offer side stays, and follows once it is let go", () => {
    const locked = told([{ kind: "lock", side: "offer", locked: true }, says(true)], FOLLOWING);
    expect(locked.offer).toMatchObject({ converted: false, decision: null });
    const free = told([{ kind: "lock", side: "offer", locked: false }], FOLLOWING, locked);
    expect(free.offer).toMatchObject({ converted: true, amountMinor: 600n, decision: { mechanism: "follows_buyer" } });
  });

  test("an offer side without a source waits for one", () => {
    const call = { ...CALL, offer: { ...UNDECIDED, partyId: null } };
    const waiting = told([says(true)], FOLLOWING, call);
    expect(waiting.offer.converted).toBe(false);
    const named: Wish = { kind: "statement", mechanism: "api", offer: { partyId: 2 } };
    expect(told([named], FOLLOWING, waiting).offer).toMatchObject({ converted: true, partyId: 2, amountMinor: 600n });
  });

  test("an offer side that its own mechanism decided is decided", () => {
    const own: Wish = { kind: "verdict", side: "offer", mechanism: "duration" };
    expect(told([own, says(true), says(false)], FOLLOWING).offer).toMatchObject({ converted: true });
    expect(told([says(true), own, says(false)], FOLLOWING).offer).toMatchObject({
      converted: true,
      decision: { mechanism: "duration" },
    });
  });

  test("an amount stated for the offer side is not a decision: it follows at that amount", () => {
    const stated: Wish = { kind: "statement", mechanism: "api", offer: { amountMinor: 250n } };
    expect(told([stated, says(true)], FOLLOWING).offer).toMatchObject({ converted: true, amountMinor: 250n });
  });

  test("a verdict for the buyer is followed as well", () => {
    const verdict: Wish = { kind: "verdict", side: "buyer", mechanism: "rule", ruleId: 1, amountMinor: 1500n };
    const { buyer, offer } = told([verdict], FOLLOWING);
    expect([buyer.converted, offer.converted]).toEqual([true, true]);
  });
});

describe("what a decision answers", () => {
  test("the very same call where nothing at all is to be written", () => {
    for (const wish of [
      { kind: "lock", side: "buyer", locked: false },
      { kind: "automatic", side: "offer" },
      { kind: "statement", mechanism: "api" },
    ] satisfies Wish[])
      expect(accepted(decide(CALL, wish, KNOWN, NOW)).call).toBe(CALL);
    const repeated = accepted(decide(CALL, says(true), { ...KNOWN, repeated: true }, NOW));
    expect(repeated.call).toBe(CALL);
    expect(repeated).toMatchObject({ change: null, held: [], older: [], repeated: true });
  });

  test("a statement that says what is so moves the clock of its side and makes no change", () => {
    const converted = told([says(true)]);
    const later = new Date(NOW.getTime() + 60_000);
    const { call, change, repeated } = accepted(decide(converted, says(true), KNOWN, later));
    expect([change, repeated]).toEqual([null, false]);
    expect(call.buyer.statedAt).toEqual(later);
    expect(call.version).toBe(1);
    const older: Wish = { kind: "statement", mechanism: "api", buyer: { converted: false }, occurredAt: NOW };
    expect(accepted(decide(call, older, KNOWN, later)).older).toEqual(["buyer"]);
  });

  test("a statement without a time of its own is as new as its arrival, and never older than one that came before", () => {
    const ahead = new Date(NOW.getTime() + 60_000);
    const early: Wish = { kind: "statement", mechanism: "api", buyer: { converted: true }, occurredAt: ahead };
    const call = told([early]);
    const { older, call: next } = accepted(decide(call, says(false), KNOWN, NOW));
    expect([older, next.buyer.converted, next.buyer.statedAt]).toEqual([[], false, ahead]);
  });

  test("of the same moment is not older", () => {
    const statement: Wish = { kind: "statement", mechanism: "api", buyer: { converted: true }, occurredAt: NOW };
    const call = told([{ ...statement, buyer: { converted: false } }]);
    expect(accepted(decide(call, statement, KNOWN, NOW)).call.buyer.converted).toBe(true);
  });

  test("which sides are held, and only from outside", () => {
    const locked = told([{ kind: "lock", side: "buyer", locked: true }]);
    for (const mechanism of ["api", "secure_api", "webhook", "import"] as const) {
      const wish: Wish = { kind: "statement", mechanism, buyer: { converted: true }, offer: { converted: true } };
      const decided = accepted(decide(locked, wish, KNOWN, NOW));
      expect([decided.held, decided.call.buyer.converted, decided.call.offer.converted]).toEqual([
        ["buyer"],
        false,
        true,
      ]);
    }
    expect(accepted(decide(locked, says(true), KNOWN, NOW))).toMatchObject({
      held: [],
      call: { buyer: { converted: true } },
    });
  });

  test("every field that is wrong, and no state", () => {
    const nobody = { ...CALL, buyer: { ...UNDECIDED, partyId: null }, offer: { ...UNDECIDED, partyId: 99 } };
    const decided = decide(nobody, says(true, true), KNOWN, NOW);
    expect(decided).toEqual({
      ok: false,
      errors: { buyer_id: expect.stringContaining("Choose a buyer"), traffic_source_id: expect.stringContaining("99") },
    });
  });
});

describe("a change for billing", () => {
  test("opens what begins on the party's account, at the version that began it", () => {
    const { change, call, repeated } = accepted(decide(CALL, says(true, true), KNOWN, NOW));
    expect(repeated).toBe(false);
    expect(change).toMatchObject({
      opensCharge: { accountId: 11, amountMinor: 1000n },
      opensPayout: { accountId: 22, amountMinor: 600n },
      closesCharge: null,
      closesPayout: null,
    });
    expect([call.version, call.chargeVersion, call.payoutVersion]).toEqual([1, 1, 1]);
  });

  test("closes what ends by the version that began it, however many changes lie between", () => {
    const call = told([
      says(true),
      says(undefined, true),
      says(undefined, false),
      { kind: "lock", side: "buyer", locked: true },
    ]);
    expect([call.version, call.chargeVersion, call.payoutVersion]).toEqual([4, 1, null]);
    const { change } = accepted(decide(call, says(false), KNOWN, NOW));
    expect(change).toMatchObject({ closesCharge: 1, opensCharge: null, closesPayout: null, opensPayout: null });
  });

  test("has nothing to say where the standing amount is the same", () => {
    const stated: Wish = { kind: "statement", mechanism: "api", buyer: { amountMinor: 1000n } };
    const { change } = accepted(decide(told([says(true)]), stated, KNOWN, NOW));
    expect(change).toMatchObject({ closesCharge: null, opensCharge: null });
    expect(change?.after).toMatchObject({ version: 2, chargeVersion: 1 });
  });
});
