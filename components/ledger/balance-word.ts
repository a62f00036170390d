import type { OwnerType } from "@/lib/party/domain/account-owner";

/** The meaning of a balance, so that its sign never stands alone. `amount` is decimal text. */
export function balanceWord(type: OwnerType, amount: string): string {
  if (/^-?[0.]+$/.test(amount)) return "settled";
  const isNegative = amount.startsWith("-");
  if (type === "buyer") return isNegative ? "in credit" : "owes";
  return isNegative ? "overpaid" : "payable";
}
