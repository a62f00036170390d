import { parseMoney } from "@/lib/base/money";
import type { RuleAmount } from "./rule";

/**
 * The amount of a rule in minor units; null to use the terms. A token's value is clamped to the rule's bounds, and
 * ignored if it is not an amount of the currency.
 */
export function amountOfRule(
  amount: RuleAmount | null,
  tokens: Readonly<Record<string, string>>,
  decimals: number,
): bigint | null {
  if (amount === null) return null;
  if (amount.kind === "fixed") return amount.amountMinor;
  const tokenValue = Object.hasOwn(tokens, amount.token) ? tokens[amount.token] : undefined;
  const minor = tokenValue === undefined ? null : parseMoney(tokenValue.trim(), decimals);
  if (minor === null) return null;
  if (minor < amount.minimumMinor) return amount.minimumMinor;
  return minor > amount.maximumMinor ? amount.maximumMinor : minor;
}
