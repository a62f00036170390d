import type { OwnerType } from "@/lib/party/domain/account-owner";
import type { Tx } from "@/lib/platform/sql/in-company";
import { readAccountSums } from "./sql/account-sums";

type Of = { readonly accountId: number; readonly type: OwnerType };

/** Unallocated payments and write-offs of a party less unallocated refunds, in minor units. */
export async function unappliedOf(tx: Tx, { accountId, type }: Of): Promise<bigint> {
  const [sums] = await readAccountSums(tx, type, { accountId, limit: 1 });
  return sums ? sums.settledMinor - sums.allocatedMinor : 0n;
}
