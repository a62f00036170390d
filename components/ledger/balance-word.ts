import type { OwnerType } from "@/lib/party/domain/account-owner";

/** What a balance means, so that its sign is never alone. `amount` is a decimal text. */
export function balanceWord(type: OwnerType, amount: string): string {
  if (/^-?[0.]+$/.test(amount)) return "settled";
  const isNegative = amount.startsWith("-");
  if (type === "buyer") return isNegative ? "in credit" : "owes";
  return isNegative ? "owes us" : "we owe";
}
