import { type Access, type Area, may } from "@/lib/access/domain/access";

/** Prices and rule amounts of a side take the permission of the amount that they become. */
export const AMOUNT_AREA = { buyer: "call.revenue", offer: "call.payout" } as const satisfies Record<string, Area>;

export function maySeeAmounts(access: Access, side: "buyer" | "offer"): boolean {
  return may(access, "read", AMOUNT_AREA[side]);
}
