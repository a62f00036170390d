import { parseMoney } from "@/lib/base/money";
import type { RuleAmount } from "./rule";

/**
 * The amount of a rule in minor units, or null for the terms. A token's value is limited to its bounds; a value that is
 * no amount of the currency is ignored.
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
