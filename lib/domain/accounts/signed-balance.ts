import type { OwnerType } from "./account-owner";

/** What a buyer owes, or what a traffic source has earned and was not paid; negative where it is the other way round. Minor units. */
export function signedBalance(type: OwnerType, debitMinor: bigint, creditMinor: bigint): bigint {
  return type === "buyer" ? debitMinor - creditMinor : creditMinor - debitMinor;
}
