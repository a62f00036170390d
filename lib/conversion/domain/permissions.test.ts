import { describe, expect, test } from "vitest";
import { may } from "@/lib/access/domain/access";
import type { Actor } from "@/lib/access/domain/actor";
import { ROLES, SECURE_TOKEN_ACCESS } from "@/lib/access/domain/roles";
import { Forbidden } from "@/lib/base/errors";
import type { PricingTokens } from "@/lib/call/domain/pricing-tokens";
import { EMPTY_FACTS } from "@/lib/testing/conversion/given-loaded-call";
import type { AddFacts, Command, SideUpdate, Tokens, Update } from "./command";
import { forbidden, neededPermissions } from "./permissions";

const PRICING: PricingTokens = { buyer: new Set(["price"]), offer: new Set(["fee"]) };

const stating = (buyer?: SideUpdate, offer?: SideUpdate, tokens?: Tokens): Update => {
  return {
    kind: "update",
    mechanism: "api",
    ...(buyer && { buyer }),
    ...(offer && { offer }),
    ...(tokens && { tokens }),
  };
};
const fill: AddFacts = {
  kind: "addFacts",
  facts: { kind: "fill", ...EMPTY_FACTS, buyerId: 7, trafficSourceId: null, callerHash: null },
};
const transcript: AddFacts = { kind: "addFacts", facts: { kind: "transcript", segments: [], callerHash: null } };

test.each<[string, string[], Command]>([
  ["nothing", [], stating()],
  ["the buyer's flag", ["call.buyer_converted"], stating({ converted: true })],
  ["taking it back", ["call.buyer_converted"], stating({ converted: false })],
  ["another buyer", ["call.buyer_converted"], stating({ partyId: 7 })],
  ["revenue alone", ["call.revenue"], stating({ amountMinor: 0n })],
  ["flag and revenue", ["call.buyer_converted", "call.revenue"], stating({ converted: true, amountMinor: 1n })],
  ["the offer's flag", ["call.offer_converted"], stating(undefined, { converted: false })],
  ["another source", ["call.offer_converted"], stating(undefined, { partyId: 9 })],
  ["payout alone", ["call.payout"], stating(undefined, { amountMinor: 0n })],
  ["both flags", ["call.buyer_converted", "call.offer_converted"], stating({ converted: true }, { converted: true })],
  ["both amounts", ["call.revenue", "call.payout"], stating({ amountMinor: 1n }, { amountMinor: 1n })],
  ["a token", ["call.tokens"], stating(undefined, undefined, { city: "Reno" })],
  [
    "a token that prices the buyer side",
    ["call.revenue", "call.tokens"],
    stating(undefined, undefined, { price: "1" }),
  ],
  ["a token that prices the offer side", ["call.payout", "call.tokens"], stating(undefined, undefined, { fee: "1" })],
  ["a lock", ["call.buyer_converted"], { kind: "lock", side: "buyer", locked: true }],
  ["an unlocking", ["call.offer_converted"], { kind: "lock", side: "offer", locked: false }],
  ["return to automatic", ["call.offer_converted"], { kind: "returnToAutomatic", side: "offer" }],
  ["a reversal", ["call.buyer_converted"], { kind: "revert", side: "buyer" }],
  ["evaluating", ["calls"], { kind: "evaluate" }],
  ["filling a call in", ["calls"], fill],
  ["more of a transcript", ["call.tokens"], transcript],
])("%s needs %j", (_, areas, command) => {
  expect(neededPermissions(command, PRICING)).toEqual(areas);
});

describe("permissions for commands", () => {
  const flag = stating({ converted: true });
  const revenue = stating({ amountMinor: 1000n });
  const payout = stating(undefined, { amountMinor: 600n });
  const mayUpdate = (access: Parameters<typeof may>[0]) =>
    [flag, revenue, payout].map((command) =>
      neededPermissions(command, PRICING).every((area) => may(access, "update", area)),
    );

  test.each([
    ["owner", [true, true, true]],
    ["admin", [true, true, true]],
    ["manager", [true, true, true]],
    ["operator", [true, false, false]],
    ["billing", [false, false, false]],
    ["viewer", [false, false, false]],
  ] as const)("%s: set the flag, state revenue, state payout → %j", (role, allowed) => {
    expect(mayUpdate(ROLES[role])).toEqual(allowed);
  });

  test("a buyer's system sets flags and states revenue, never the payout", () => {
    expect(mayUpdate(SECURE_TOKEN_ACCESS)).toEqual([true, true, false]);
  });
});

describe("an update that names no field", () => {
  const by = (role: keyof typeof ROLES): Actor => ({ type: "member", id: 1, name: "Mia", access: ROLES[role] });

  test("is forbidden to an actor who may update no field of a call", () => {
    expect(forbidden(by("viewer"), stating(), PRICING)).toBeInstanceOf(Forbidden);
    expect(forbidden(by("viewer"), stating({}, {}, {}), PRICING)).toBeInstanceOf(Forbidden);
  });

  test("is not forbidden to an actor who may update any field of it", () => {
    expect(forbidden(by("operator"), stating(), PRICING)).toBeNull();
  });
});
