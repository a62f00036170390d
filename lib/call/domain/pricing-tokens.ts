import { type Access, type Area, may } from "@/lib/access/domain/access";
import { SIDES, type Side } from "./call-state";

export const AMOUNT = { buyer: "call.revenue", offer: "call.payout" } as const satisfies Record<Side, Area>;

/** Tokens that a rule of the company uses as an amount, in any settings version, by the side whose amount they set. */
export type PricingTokens = Readonly<Record<Side, ReadonlySet<string>>>;

type Tokens = Readonly<Record<string, string>>;

/** The amounts that these tokens set: reading or writing such a token needs the permission of the amount. */
export function pricedBy(names: readonly string[], pricing: PricingTokens): Area[] {
  return SIDES.filter((side) => names.some((name) => pricing[side].has(name))).map((side) => AMOUNT[side]);
}

/** Whether a reader of call details may read this token. */
export function mayReadToken(access: Access, pricing: PricingTokens, name: string): boolean {
  return pricedBy([name], pricing).every((area) => may(access, "read", area));
}

/** Removes tokens that reveal an amount hidden from this reader. */
export function visibleTokens(access: Access, pricing: PricingTokens, tokens: Tokens): Tokens {
  return Object.fromEntries(Object.entries(tokens).filter(([name]) => mayReadToken(access, pricing, name)));
}

/** Amounts that a raw payload may reveal: those that any token of the company sets. */
export function amountsInPayloads(pricing: PricingTokens): Area[] {
  return SIDES.filter((side) => pricing[side].size > 0).map((side) => AMOUNT[side]);
}

/** Whether the reader may read raw payloads, which may also contain callers. */
export function mayReadPayloads(access: Access, pricing: PricingTokens): boolean {
  return may(access, "read", "call.details") && amountsInPayloads(pricing).every((area) => may(access, "read", area));
}
