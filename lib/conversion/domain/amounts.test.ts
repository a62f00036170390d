import { describe, expect, test } from "vitest";
import type { CallState, SideState } from "@/lib/call/domain/call-state";
import type { Terms } from "@/lib/terms/domain/terms";
import { givenCallState } from "@/lib/testing/conversion/given-call-state";
import { givenDecisionContext, givenTerms } from "@/lib/testing/conversion/given-decision-context";
import { type Facts, playSteps, type Step } from "@/lib/testing/conversion/play-steps";
import type { Command, SideUpdate, Update } from "./command";
import { decide } from "./decide";

const CALL = givenCallState();
const PRICES: Terms[] = [
  givenTerms({ id: 1, side: "buyer", buyerId: 7, amountMinor: 1000n }),
  givenTerms({ id: 2, side: "buyer", buyerId: 8, amountMinor: 1700n }),
];
const SHARE = givenTerms({ id: 3, side: "offer", offerId: 3, percentBasisPoints: 6000 });
const FLAT = givenTerms({ id: 4, side: "offer", offerId: 3, amountMinor: 600n });

const buyer = (named: SideUpdate): Command => ({ kind: "update", mechanism: "manual", buyer: named });
const offer = (named: SideUpdate): Command => ({ kind: "update", mechanism: "manual", offer: named });
const byBuyersSystem = (named: SideUpdate): Command => ({ kind: "update", mechanism: "webhook", buyer: named });
const rule = (ruleId: number, amountMinor?: bigint, side: Facts["side"] = "buyer"): Facts => {
  const amount = amountMinor === undefined ? {} : { amountMinor };
  return { kind: "facts", side, verdict: { mechanism: "rule", ruleId, ...amount } };
};
const noRule: Facts = { kind: "facts", side: "buyer", verdict: null };
const automatic = (side: "buyer" | "offer"): Command => ({ kind: "returnToAutomatic", side });

const ACCOUNTS = {
  buyerAccounts: new Map([
    [7, 17],
    [8, 18],
    [9, 19],
  ]),
};

function play(steps: readonly Step[], terms: readonly Terms[] = [...PRICES, SHARE]): CallState {
  const context = givenDecisionContext({ ...ACCOUNTS, terms });
  return playSteps({ call: CALL, context }, steps, { from: new Date("2026-11-23T17:00:00Z") }).call;
}

const worth = ({ amountMinor, amountFrom }: SideState) => [amountMinor, amountFrom];

describe("revenue", () => {
  test.each<[string, Step[], unknown[]]>([
    ["by the buyer's terms", [buyer({ converted: true })], [1000n, "terms"]],
    ["stated with the conversion", [buyer({ converted: true, amountMinor: 5n })], [5n, "stated"]],
    ["stated before it", [buyer({ amountMinor: 5n }), buyer({ converted: true })], [5n, "stated"]],
    [
      "stated, when the buyer repeats it",
      [buyer({ converted: true, amountMinor: 5n }), byBuyersSystem({ amountMinor: 5n })],
      [5n, "stated"],
    ],
    [
      "stated, when the company repeats the buyer",
      [byBuyersSystem({ converted: true, amountMinor: 5n }), buyer({ amountMinor: 5n })],
      [5n, "stated"],
    ],
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
      [buyer({ converted: true, amountMinor: 5n }), { kind: "returnToAutomatic", side: "buyer", keepsAmount: true }],
      [5n, "stated"],
    ],
    ["of the rule that holds after a yes", [buyer({ converted: true }), rule(1, 1500n)], [1500n, "rule"]],
    [
      "of the rule that held before a yes",
      [buyer({ converted: false }), rule(1, 1500n), buyer({ converted: true })],
      [1500n, "rule"],
    ],
    ["none while a no stands, whatever the rule says", [buyer({ converted: false }), rule(1, 1500n)], [0n, null]],
    ["of the terms once the rule no longer holds", [rule(1, 1500n), noRule], [1000n, "terms"]],
    [
      "of the terms once the rule behind a yes no longer holds",
      [buyer({ converted: true }), rule(1, 1500n), noRule],
      [1000n, "terms"],
    ],
    ["none of a rule that no longer holds", [rule(1, 1500n), buyer({ converted: false }), noRule], [0n, null]],
    ["of the other buyer's rule", [buyer({ converted: true }), buyer({ partyId: 8 }), rule(2, 2000n)], [2000n, "rule"]],
    [
      "of the first buyer's rule again",
      [rule(1, 1500n), buyer({ partyId: 8 }), buyer({ partyId: 7 })],
      [1500n, "rule"],
    ],
    [
      "not what the former buyer's systems stated",
      [byBuyersSystem({ converted: true, amountMinor: 5n }), buyer({ partyId: 8 })],
      [1700n, "terms"],
    ],
    [
      "not that either where the call had not converted",
      [byBuyersSystem({ amountMinor: 5n }), buyer({ partyId: 8, converted: true })],
      [1700n, "terms"],
    ],
    [
      "what the buyer's systems stated for the same buyer",
      [byBuyersSystem({ converted: true, amountMinor: 5n }), rule(1, 1500n)],
      [5n, "stated_by_buyer"],
    ],
    ["unmoved by what happens to the other side", [buyer({ amountMinor: 5n }), automatic("offer")], [5n, "stated"]],
    ["unmoved where there is nothing to withdraw", [rule(1, 1500n), automatic("buyer")], [1500n, "rule"]],
  ])("%s", (_, steps, expected) => {
    expect(worth(play(steps).buyer)).toEqual(expected);
  });
});

describe("payout", () => {
  const both: Update = { kind: "update", mechanism: "manual", buyer: { converted: true }, offer: { converted: true } };

  test.each<[string, Step[], unknown[]]>([
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
    [
      "stated by a buyer's system, for whichever source",
      [{ ...both, mechanism: "secure_api", offer: { converted: true, amountMinor: 5n } }, offer({ partyId: 10 })],
      [5n, "stated"],
    ],
    ["of its own rule, and no share", [rule(1, 70n, "offer"), buyer({ converted: true })], [70n, "rule"]],
    [
      "as it was while nobody is paid",
      [both, offer({ converted: false }), buyer({ amountMinor: 2000n })],
      [600n, "terms"],
    ],
  ])("%s", (_, steps, expected) => {
    expect(worth(play(steps).offer)).toEqual(expected);
  });

  test("a flat payout does not depend on the charge, and without terms there is none", () => {
    expect(worth(play([both, buyer({ converted: false })], [...PRICES, FLAT]).offer)).toEqual([600n, "terms"]);
    expect(worth(play([both], PRICES).offer)).toEqual([0n, null]);
  });

  test("a percentage follows the terms that priced it, also after newer terms", () => {
    const newer: Terms = { ...SHARE, id: 5, validFrom: new Date(1), percentBasisPoints: 1000 };
    const context = givenDecisionContext({ terms: [...PRICES, SHARE, newer] });
    const raised = decide(play([both]), buyer({ amountMinor: 2000n }), context, CALL.startedAt);
    expect(raised).toMatchObject({ ok: true, call: { offer: { amountMinor: 1200n }, payoutTermsId: 3 } });
  });
});

test("returning a side to automatic withdraws the stated amount of that side only", () => {
  const sent = play([buyer({ converted: true }), offer({ converted: true, amountMinor: 5n })]);
  expect([sent.buyer.converted, sent.offer.converted]).toEqual([true, true]);
  const returned = play([buyer({ converted: true }), offer({ converted: true, amountMinor: 5n }), automatic("offer")]);
  expect(returned.offer).toMatchObject({ converted: false, decision: null, amountMinor: 0n, amountFrom: null });
  expect(returned.buyer).toEqual(sent.buyer);
});
