import { expect, test } from "vitest";
import type { Change } from "@/lib/call/contract/change";
import type { Evaluation } from "@/lib/evaluation/contract";
import { decidedParts, notConvertedText } from "./why-decided";

const change = (version: number, mechanism: string, rest: Partial<Change>): Change => ({
  version,
  changed_at: `2026-11-23T10:4${version}:00.000Z`,
  occurred_at: null,
  mechanism,
  actor: { type: "member", name: mechanism === "rule" ? "Automatic" : "Ana Ruiz" },
  ...rest,
});
const flip = (from: boolean, to: boolean) => ({ from, to });
const booked: Evaluation = {
  side: "buyer",
  number: 1,
  evaluated_at: "2026-11-23T10:41:00.004Z",
  settings: null,
  converting: 0,
  steps: [{ mechanism: "rule", name: "Booked", rule_id: 2, on: true, holds: true, clauses: [] }],
};
const textsOf = (changes: Change[]) => decidedParts("buyer", changes, [booked]).map((part) => part.text);

test("converted by a rule, then overridden by a person", () => {
  const converted = change(1, "rule", {
    buyer_converted: flip(false, true),
    buyer_decided: { from: null, to: "rule" },
    buyer_rule: { id: 2, name: "Booked" },
    buyer_evaluation: 1,
  });
  const overridden = change(2, "manual", { buyer_decided: { from: "rule", to: "manual" } });
  expect(textsOf([overridden, converted])).toEqual(["converted by rule 2 “Booked”", "overridden by Ana Ruiz"]);
});

test("of two evaluations at one time, the one that made the change is named", () => {
  const dearer: Evaluation = {
    ...booked,
    number: 2,
    steps: [{ mechanism: "rule", name: "Dearer", rule_id: 3, on: true, holds: true, clauses: [] }],
  };
  const first = change(1, "rule", {
    buyer_converted: flip(false, true),
    buyer_decided: { from: null, to: "rule" },
    buyer_rule: { id: 2, name: "Booked" },
    buyer_evaluation: 1,
  });
  const textsBy = (evaluations: Evaluation[]) => decidedParts("buyer", [first], evaluations).map((part) => part.text);
  expect(textsBy([dearer, booked])).toEqual(["converted by rule 2 “Booked”"]);
  expect(textsBy([dearer])).toEqual(["converted by rule 2 “Booked”"]);
});

test("marked, reversed, and returned to automatic", () => {
  expect(
    textsOf([
      change(4, "manual", { buyer_decided: { from: "manual", to: null } }),
      change(3, "manual", { buyer_converted: flip(true, false) }),
      change(2, "manual", { buyer_converted: flip(false, true), buyer_decided: { from: null, to: "manual" } }),
    ]),
  ).toEqual(["marked converted by Ana Ruiz", "reversed by Ana Ruiz", "returned to automatic by Ana Ruiz"]);
});

test("changes of the other side are omitted", () => {
  expect(textsOf([change(1, "rule", { offer_converted: flip(false, true), revenue: { from: "0", to: "1" } })])).toEqual(
    [],
  );
});

test("a side that follows the buyer says so", () => {
  const followed = change(1, "manual", {
    offer_converted: flip(false, true),
    offer_decided: { from: null, to: "follows_buyer" },
  });
  expect(decidedParts("offer", [followed], []).map((part) => part.text)).toEqual(["converted with the buyer"]);
});

test("what did not convert is said to have been stopped by a cap, or to have matched no rule", () => {
  const [rule] = booked.steps;
  const cap = { ...rule, mechanism: "cap", name: "The cap of 1 conversion in total was used up", holds: false };
  const steps = rule ? [rule, { ...rule, ...cap }] : [];
  expect(notConvertedText({ converting: null, steps })).toBe("Not converted: stopped by a cap.");
  expect(notConvertedText({ converting: null, steps: [] })).toBe("Not converted: no rule matched.");
  expect(notConvertedText(booked)).toBeNull();
});
