import { expect, test } from "vitest";
import { givenCallState, UNDECIDED_OF_7 } from "@/lib/testing/conversion/given-call-state";
import { billingOf, isBillable } from "./billing";

const SIDE = { ...UNDECIDED_OF_7, amountMinor: 1000n, amountFrom: "terms" } as const;
const CALL = givenCallState({ version: 4, buyer: SIDE, offer: SIDE });
const ACCOUNTS = { buyerAccounts: new Map([[7, 17]]), sourceAccounts: new Map([[7, 27]]) };
const NO_RULES = { buyer: null, offer: null };

test.each([
  ["a charge begins", "buyer", false, true],
  ["a charge ends", "buyer", true, false],
  ["a payout begins", "offer", false, true],
  ["a payout ends", "offer", true, false],
] as const)("if %s, a rollup posts this side and nothing of the other", (_, side, was, is) => {
  const before = { ...CALL, [side]: { ...SIDE, converted: was, billedVersion: was ? 2 : null } };
  const change = billingOf(before, { ...before, [side]: { ...before[side], converted: is } }, ACCOUNTS, NO_RULES);
  const moved = {
    opens: is ? { accountId: side === "buyer" ? 17 : 27, amountMinor: 1000n } : null,
    closes: was ? 2 : null,
  };
  const still = { opens: null, closes: null };
  expect(change).toMatchObject({ buyer: still, offer: still, [side]: moved });
  expect(isBillable(change)).toBe(true);
});

test("other changes post nothing and keep the valid amounts", () => {
  const before = { ...CALL, buyer: { ...SIDE, converted: true, billedVersion: 2 } };
  const change = billingOf(before, { ...before, buyer: { ...before.buyer, locked: true } }, ACCOUNTS, NO_RULES);
  expect(isBillable(change)).toBe(false);
  expect(change.after).toMatchObject({ version: 5, buyer: { billedVersion: 2 }, offer: { billedVersion: null } });
});

test.each([
  ["not converted", { converted: false }],
  ["converted at nothing", { converted: true, amountMinor: 0n }],
])("a side that is %s posts nothing", (_, side) => {
  const change = billingOf(
    CALL,
    { ...CALL, buyer: { ...SIDE, ...side }, offer: { ...SIDE, ...side } },
    ACCOUNTS,
    NO_RULES,
  );
  expect(isBillable(change)).toBe(false);
});

test("a single cent is charged", () => {
  const change = billingOf(CALL, { ...CALL, buyer: { ...SIDE, converted: true, amountMinor: 1n } }, ACCOUNTS, NO_RULES);
  expect(change.buyer.opens).toEqual({ accountId: 17, amountMinor: 1n });
});
