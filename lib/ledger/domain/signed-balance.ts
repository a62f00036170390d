import type { OwnerType } from "@/lib/party/domain/account-owner";

/** A debit adds to what a buyer owes and subtracts from what a traffic source has earned. */
export function signOf(type: OwnerType): 1n | -1n {
  return type === "buyer" ? 1n : -1n;
}

/** What a buyer owes, or a traffic source has earned and was not paid; negative the other way. Minor units. */
export function signedBalance(type: OwnerType, debitMinor: bigint, creditMinor: bigint): bigint {
  return signOf(type) * (debitMinor - creditMinor);
}
