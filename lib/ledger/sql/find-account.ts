import type { AccountOwner } from "@/lib/party/domain/account-owner";
import type { Tx } from "@/lib/platform/sql/in-company";

export type PartyAccount = { readonly id: number; readonly owner: AccountOwner; readonly name: string };

/** The account of a buyer or traffic source with its owner's name; null if there is none. */
export async function findAccount(tx: Tx, owner: AccountOwner): Promise<PartyAccount | null> {
  const id = BigInt(owner.id);
  const row = await tx.account.findFirst({
    where: { companyId: tx.company, ...(owner.type === "buyer" ? { buyerId: id } : { trafficSourceId: id }) },
    select: { id: true, buyer: { select: { name: true } }, trafficSource: { select: { name: true } } },
  });
  return row && { id: Number(row.id), owner, name: row.buyer?.name ?? row.trafficSource?.name ?? "" };
}
