import type { Area } from "../access/access";
import type { Side } from "./call-state";
import type { Wish } from "./wish";

const FLAG: Record<Side, Area> = { buyer: "call.buyer_converted", offer: "call.offer_converted" };
export const AMOUNT: Record<Side, Area> = { buyer: "call.revenue", offer: "call.payout" };

/** What somebody must be allowed to update for this wish. A party belongs to the flag it is converted for. */
export function neededPermissions(wish: Wish): Area[] {
  if (wish.kind !== "statement") return [FLAG[wish.side]];
  return (["buyer", "offer"] as const).flatMap((side) => {
    const said = wish[side];
    if (!said) return [];
    const flag = said.converted !== undefined || said.partyId !== undefined ? [FLAG[side]] : [];
    return said.amountMinor === undefined ? flag : [...flag, AMOUNT[side]];
  });
}
