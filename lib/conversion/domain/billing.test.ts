import { expect, test } from "vitest";
import { billingOf, isBillable } from "./billing";
import type { CallState, SideState } from "./call-state";

const SIDE: SideState = {
  ...{
    converted: false,
    decision: null,
    locked: false,
    partyId: 7,
    amountMinor: 1000n,
    amountFrom: "terms",
    statedAt: null,
  },
};
const CALL: CallState = {
  ...{ id: 1, version: 4, offerId: 3, startedAt: new Date(0), buyer: SIDE, offer: SIDE },
  ...{ payoutTermsId: null, chargeVersion: null, payoutVersion: null },
};
const ACCOUNTS = { buyerAccounts: new Map([[7, 17]]), sourceAccounts: new Map([[7, 27]]) };

test.each([
  ["a charge begins", "buyer", false, true],
  ["a charge ends", "buyer", true, false],
  ["a payout begins", "offer", false, true],
  ["a payout ends", "offer", true, false],
] as const)("where %s a rollup has something to post, and nothing of the other side", (_, side, was, is) => {
  const opened = side === "buyer" ? { chargeVersion: was ? 2 : null } : { payoutVersion: was ? 2 : null };
  const before = { ...CALL, [side]: { ...SIDE, converted: was }, ...opened };
  const change = billingOf(before, { ...before, [side]: { ...SIDE, converted: is } }, ACCOUNTS);
  const moved = {
    opens: is ? { accountId: side === "buyer" ? 17 : 27, amountMinor: 1000n } : null,
    closes: was ? 2 : null,
  };
  const still = { opens: null, closes: null };
  const [charge, payout] = side === "buyer" ? [moved, still] : [still, moved];
  expect(change).toMatchObject({ opensCharge: charge.opens, closesCharge: charge.closes });
  expect(change).toMatchObject({ opensPayout: payout.opens, closesPayout: payout.closes });
  expect(isBillable(change)).toBe(true);
});

test("a change of anything else has nothing to post, and what stands is remembered", () => {
  const before = { ...CALL, buyer: { ...SIDE, converted: true }, chargeVersion: 2 };
  const change = billingOf(before, { ...before, buyer: { ...before.buyer, locked: true } }, ACCOUNTS);
  expect(isBillable(change)).toBe(false);
  expect(change.after).toMatchObject({ version: 5, chargeVersion: 2, payoutVersion: null });
});

test.each([
  ["not converted", { converted: false }],
  ["converted at nothing", { converted: true, amountMinor: 0n }],
])("a side that is %s has nothing to post", (_, side) => {
  const change = billingOf(CALL, { ...CALL, buyer: { ...SIDE, ...side }, offer: { ...SIDE, ...side } }, ACCOUNTS);
  expect(isBillable(change)).toBe(false);
});

test("a single cent is worth a charge", () => {
  const change = billingOf(CALL, { ...CALL, buyer: { ...SIDE, converted: true, amountMinor: 1n } }, ACCOUNTS);
  expect(change.opensCharge).toEqual({ accountId: 17, amountMinor: 1n });
});
