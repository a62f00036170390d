import type { OwnerType } from "@/lib/party/domain/account-owner";

/**
 * 1 for buyers, −1 for traffic sources: a debit adds to what a buyer owes, and subtracts from what a traffic source has
 * earned.
 */
export function signOf(type: OwnerType): 1n | -1n {
  return type === "buyer" ? 1n : -1n;
}

/**
 * What a buyer owes, or what a traffic source has earned and has not been paid, in minor units. Negative if the party
 * is ahead.
 */
export function signedBalance(type: OwnerType, debitMinor: bigint, creditMinor: bigint): bigint {
  return signOf(type) * (debitMinor - creditMinor);
}
