import { type Access, type Area, may } from "@/lib/access/domain/access";
import { SIDES, type Side } from "./call-state";

export const AMOUNT = { buyer: "call.revenue", offer: "call.payout" } as const satisfies Record<Side, Area>;

/** The tokens that a rule of the company uses as an amount, in any version, by the side that it prices. */
export type PricingTokens = Readonly<Record<Side, ReadonlySet<string>>>;

type Tokens = Readonly<Record<string, string>>;

/** The amounts that tokens of these names price: whoever reads or writes them needs their permissions. */
export function pricedBy(names: readonly string[], pricing: PricingTokens): Area[] {
  return SIDES.filter((side) => names.some((name) => pricing[side].has(name))).map((side) => AMOUNT[side]);
}

/** Whether somebody may read a token, once they may read the details of calls. */
export function mayReadToken(access: Access, pricing: PricingTokens, name: string): boolean {
  return pricedBy([name], pricing).every((area) => may(access, "read", area));
}

/** Tokens without those that are an amount hidden from this reader. */
export function visibleTokens(access: Access, pricing: PricingTokens, tokens: Tokens): Tokens {
  return Object.fromEntries(Object.entries(tokens).filter(([name]) => mayReadToken(access, pricing, name)));
}

/** The amounts that may stand in what a sender sent, word for word: those that any token of the company prices. */
export function amountsInPayloads(pricing: PricingTokens): Area[] {
  return SIDES.filter((side) => pricing[side].size > 0).map((side) => AMOUNT[side]);
}

/** Whether somebody may read that: it may hold callers anywhere, too. */
export function mayReadPayloads(access: Access, pricing: PricingTokens): boolean {
  return may(access, "read", "call.details") && amountsInPayloads(pricing).every((area) => may(access, "read", area));
}
