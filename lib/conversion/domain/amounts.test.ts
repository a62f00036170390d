import { describe, expect, test } from "vitest";
import type { CallState, SideState } from "./call-state";
import { decide, type Surroundings } from "./decide";
import { type Terms, TermsBook } from "./terms";
import type { SideStatement, Verdict, Wish } from "./wish";

const SIDE = { converted: false, decision: null, locked: false, amountMinor: 0n, amountFrom: null, statedAt: null };
const CALL: CallState = {
  ...{ id: 1, version: 0, offerId: 3, startedAt: new Date("2026-11-23T16:50:00Z") },
  buyer: { ...SIDE, partyId: 7 },
  offer: { ...SIDE, partyId: 9 },
  ...{ payoutTermsId: null, chargeVersion: null, payoutVersion: null },
};
const NOTHING = { amountMinor: null, percentBasisPoints: null, minimumMinor: null, maximumMinor: null };
const TERMS = { ...NOTHING, offerId: null, buyerId: null, trafficSourceId: null, validFrom: new Date(0) };
const PRICES: Terms[] = [
  { ...TERMS, id: 1, side: "buyer", buyerId: 7, amountMinor: 1000n },
  { ...TERMS, id: 2, side: "buyer", buyerId: 8, amountMinor: 1700n },
];
const SHARE: Terms = { ...TERMS, id: 3, side: "offer", offerId: 3, percentBasisPoints: 6000 };
const FLAT: Terms = { ...TERMS, id: 4, side: "offer", offerId: 3, amountMinor: 600n };

const buyer = (said: SideStatement): Wish => ({ kind: "statement", mechanism: "manual", buyer: said });
const offer = (said: SideStatement): Wish => ({ kind: "statement", mechanism: "manual", offer: said });
const rule = (ruleId: number, amountMinor?: bigint): Verdict => {
  return {
    kind: "verdict",
    side: "buyer",
    mechanism: "rule",
    ruleId,
    ...(amountMinor === undefined ? {} : { amountMinor }),
  };
};
const automatic = (side: "buyer" | "offer"): Wish => ({ kind: "automatic", side });

function play(wishes: readonly Wish[], terms: readonly Terms[] = [...PRICES, SHARE]): CallState {
  const known: Surroundings = {
    buyerAccounts: new Map([
      [7, 17],
      [8, 18],
      [9, 19],
    ]),
    sourceAccounts: new Map([
      [8, 28],
      [9, 29],
    ]),
    terms: new TermsBook(terms),
    ...{ offerFollowsBuyer: false, repeated: false },
  };
  return wishes.reduce((state, wish, minute) => {
    const decided = decide(state, wish, known, new Date(Date.UTC(2026, 10, 23, 17, minute)));
    if (!decided.ok) throw new Error(JSON.stringify(decided.errors));
    return decided.call;
  }, CALL);
}

const worth = ({ amountMinor, amountFrom }: SideState) => [amountMinor, amountFrom];

describe("revenue", () => {
  test.each<[string, Wish[], unknown[]]>([
    ["by the buyer's terms", [buyer({ converted: true })], [1000n, "terms"]],
    ["stated with the conversion", [buyer({ converted: true, amountMinor: 5n })], [5n, "stated"]],
    ["stated before it", [buyer({ amountMinor: 5n }), buyer({ converted: true })], [5n, "stated"]],
    ["stated as nothing, which is something", [buyer({ amountMinor: 0n }), buyer({ converted: true })], [0n, "stated"]],
    ["of the rule", [rule(1, 1500n)], [1500n, "rule"]],
    ["of the terms where the rule has none", [rule(1)], [1000n, "terms"]],
    ["of the rule that replaced another", [rule(2, 2000n), rule(1, 1500n)], [1500n, "rule"]],
    ["of the terms once a rule without an amount replaced one", [rule(2, 2000n), rule(1)], [1000n, "terms"]],
    ["of the rule once it has an amount", [rule(1), rule(1, 1500n)], [1500n, "rule"]],
    ["stated, whatever the rule says", [buyer({ amountMinor: 5n }), rule(1, 1500n)], [5n, "stated"]],
    ["stated, although a rule without an amount came", [buyer({ amountMinor: 5n }), rule(1)], [5n, "stated"]],
    ["of the rule, confirmed", [rule(1, 1500n), buyer({ converted: true })], [1500n, "rule"]],
    ["of the rule, taken back", [rule(1, 1500n), buyer({ converted: false })], [1500n, "rule"]],
    ["of the other buyer's terms", [buyer({ converted: true }), buyer({ partyId: 8 })], [1700n, "terms"]],
    ["not of the rule for another buyer", [rule(1, 1500n), buyer({ partyId: 8 })], [1700n, "terms"]],
    ["nor if confirmed", [rule(1, 1500n), buyer({ partyId: 8, converted: true })], [1700n, "terms"]],
    ["nothing for a buyer without terms", [buyer({ converted: true, partyId: 9 })], [0n, null]],
    ["nothing any more for a call that moved on", [buyer({ converted: true }), buyer({ partyId: 9 })], [0n, null]],
    [
      "none of the old one's where nobody converted",
      [rule(1, 9n), buyer({ converted: false }), buyer({ partyId: 8 })],
      [0n, null],
    ],
    [
      "stated, for whichever buyer",
      [buyer({ amountMinor: 5n }), buyer({ partyId: 8, converted: true })],
      [5n, "stated"],
    ],
    [
      "of the terms once what was stated is withdrawn",
      [rule(1), buyer({ amountMinor: 5n }), automatic("buyer")],
      [1000n, "terms"],
    ],
    [
      "nothing once a stated conversion is withdrawn",
      [buyer({ converted: true, amountMinor: 5n }), automatic("buyer")],
      [0n, null],
    ],
    [
      "stated still, where whoever withdraws the rest may not touch it",
      [buyer({ converted: true, amountMinor: 5n }), { kind: "automatic", side: "buyer", keepsAmount: true }],
      [5n, "stated"],
    ],
    ["unmoved by what happens to the other side", [buyer({ amountMinor: 5n }), automatic("offer")], [5n, "stated"]],
    ["unmoved where there is nothing to withdraw", [rule(1, 1500n), automatic("buyer")], [1500n, "rule"]],
  ])("%s", (_, wishes, expected) => {
    expect(worth(play(wishes).buyer)).toEqual(expected);
  });
});

describe("payout", () => {
  const both: Wish = { kind: "statement", mechanism: "manual", buyer: { converted: true }, offer: { converted: true } };

  test.each<[string, Wish[], unknown[]]>([
    ["a share of the charge", [both], [600n, "terms"]],
    ["a share of nothing", [offer({ converted: true })], [0n, "terms"]],
    ["a share of what is charged later", [offer({ converted: true }), buyer({ converted: true })], [600n, "terms"]],
    ["a share of another charge", [both, buyer({ amountMinor: 2000n })], [1200n, "terms"]],
    ["a share of nothing again", [both, buyer({ converted: false })], [0n, "terms"]],
    [
      "no share of revenue that is not charged",
      [buyer({ amountMinor: 2000n }), offer({ converted: true })],
      [0n, "terms"],
    ],
    ["stated, and no share", [both, offer({ amountMinor: 5n }), buyer({ amountMinor: 2000n })], [5n, "stated"]],
    ["of its own rule, and no share", [{ ...rule(1, 70n), side: "offer" }, buyer({ converted: true })], [70n, "rule"]],
    [
      "as it was while nobody is paid",
      [both, offer({ converted: false }), buyer({ amountMinor: 2000n })],
      [600n, "terms"],
    ],
  ])("%s", (_, wishes, expected) => {
    expect(worth(play(wishes).offer)).toEqual(expected);
  });

  test("a flat one has nothing to do with the charge, and there is none without terms", () => {
    expect(worth(play([both, buyer({ converted: false })], [...PRICES, FLAT]).offer)).toEqual([600n, "terms"]);
    expect(worth(play([both], PRICES).offer)).toEqual([0n, null]);
  });

  test("a share follows by the terms that priced it, also after newer ones came", () => {
    const newer: Terms = { ...SHARE, id: 5, validFrom: new Date(1), percentBasisPoints: 1000 };
    const known = {
      ...{ offerFollowsBuyer: false, repeated: false },
      buyerAccounts: new Map([[7, 17]]),
      sourceAccounts: new Map([[9, 29]]),
    };
    const priced = play([both]);
    const raised = decide(
      priced,
      buyer({ amountMinor: 2000n }),
      { ...known, terms: new TermsBook([...PRICES, SHARE, newer]) },
      CALL.startedAt,
    );
    expect(raised).toMatchObject({ ok: true, call: { offer: { amountMinor: 1200n }, payoutTermsId: 3 } });
  });
});

test("a return to automatic takes back what was said about its own side", () => {
  const said = play([buyer({ converted: true }), offer({ converted: true, amountMinor: 5n })]);
  expect([said.buyer.converted, said.offer.converted]).toEqual([true, true]);
  const returned = play([buyer({ converted: true }), offer({ converted: true, amountMinor: 5n }), automatic("offer")]);
  expect(returned.offer).toMatchObject({ converted: false, decision: null, amountMinor: 0n, amountFrom: null });
  expect(returned.buyer).toEqual(said.buyer);
});
