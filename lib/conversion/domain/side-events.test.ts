import { expect, test } from "vitest";
import { type CallState, UNDECIDED } from "@/lib/call/domain/call-state";
import { sideEvents } from "./side-events";

const call = (converted: boolean, partyId: number | null, amountMinor = 1000n): CallState => ({
  id: 1,
  version: 1,
  offerId: 3,
  startedAt: new Date(0),
  buyer: { ...UNDECIDED, converted, partyId, amountMinor },
  offer: UNDECIDED,
  payoutTermsId: null,
});
const events = (before: CallState, after: CallState) =>
  sideEvents(before, after, "buyer").map(
    ({ type, partyId, beforeMinor, afterMinor }) => `${type} ${partyId} ${beforeMinor}→${afterMinor}`,
  );

test.each([
  ["converted", call(false, 7), call(true, 7), ["buyer.converted 7 0→1000"]],
  ["converted for nothing", call(false, 7), call(true, 7, 0n), ["buyer.converted 7 0→0"]],
  ["reversed", call(true, 7), call(false, 7), ["buyer.reversed 7 1000→0"]],
  ["repriced", call(true, 7), call(true, 7, 1250n), ["buyer.repriced 7 1000→1250"]],
  ["moved", call(true, 7), call(true, 8, 900n), ["buyer.reversed 7 1000→0", "buyer.converted 8 0→900"]],
  ["moved for the same amount", call(true, 7), call(true, 8), ["buyer.reversed 7 1000→0", "buyer.converted 8 0→1000"]],
  ["confirmed", call(true, 7), call(true, 7), []],
  ["priced, but not converted", call(false, 7), call(false, 7, 900n), []],
  ["moved, but not converted", call(false, 7), call(false, 8), []],
])("a call that is %s", (_, before, after, expected) => {
  expect(events(before, after)).toEqual(expected);
});
