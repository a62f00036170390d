import { describe, expect, test } from "vitest";
import { may } from "../access/access";
import { ROLES, SECURE_TOKEN_ACCESS } from "../access/roles";
import { neededPermissions } from "./needed-permissions";
import type { SideStatement, Wish } from "./wish";

const says = (buyer?: SideStatement, offer?: SideStatement): Wish => {
  return { kind: "statement", mechanism: "api", ...(buyer && { buyer }), ...(offer && { offer }) };
};

test.each<[string, string[], Wish]>([
  ["nothing", [], says()],
  ["the buyer's flag", ["call.buyer_converted"], says({ converted: true })],
  ["taking it back", ["call.buyer_converted"], says({ converted: false })],
  ["another buyer", ["call.buyer_converted"], says({ partyId: 7 })],
  ["revenue alone", ["call.revenue"], says({ amountMinor: 0n })],
  ["flag and revenue", ["call.buyer_converted", "call.revenue"], says({ converted: true, amountMinor: 1n })],
  ["the offer's flag", ["call.offer_converted"], says(undefined, { converted: false })],
  ["another source", ["call.offer_converted"], says(undefined, { partyId: 9 })],
  ["payout alone", ["call.payout"], says(undefined, { amountMinor: 0n })],
  ["both flags", ["call.buyer_converted", "call.offer_converted"], says({ converted: true }, { converted: true })],
  ["both amounts", ["call.revenue", "call.payout"], says({ amountMinor: 1n }, { amountMinor: 1n })],
  ["a lock", ["call.buyer_converted"], { kind: "lock", side: "buyer", locked: true }],
  ["an unlocking", ["call.offer_converted"], { kind: "lock", side: "offer", locked: false }],
  ["return to automatic", ["call.offer_converted"], { kind: "automatic", side: "offer" }],
  ["a verdict", ["call.buyer_converted"], { kind: "verdict", side: "buyer", mechanism: "rule" }],
])("%s needs %j", (_, areas, wish) => {
  expect(neededPermissions(wish)).toEqual(areas);
});

describe("who may what", () => {
  const flag = says({ converted: true });
  const revenue = says({ amountMinor: 1000n });
  const payout = says(undefined, { amountMinor: 600n });
  const mayWish = (access: Parameters<typeof may>[0]) =>
    [flag, revenue, payout].map((wish) => neededPermissions(wish).every((area) => may(access, "update", area)));

  test.each([
    ["owner", [true, true, true]],
    ["admin", [true, true, true]],
    ["manager", [true, true, true]],
    ["operator", [true, false, false]],
    ["billing", [false, false, false]],
    ["viewer", [false, false, false]],
  ] as const)("%s: flip, state revenue, state payout → %j", (role, allowed) => {
    expect(mayWish(ROLES[role])).toEqual(allowed);
  });

  test("a buyer's system flips and states revenue, and never the payout", () => {
    expect(mayWish(SECURE_TOKEN_ACCESS)).toEqual([true, true, false]);
  });
});
