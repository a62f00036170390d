import type { Tx } from "@/lib/platform/sql/in-company";

/** Whose settings: a buyer's or an offer's. */
export type Owner = { readonly buyerId: number } | { readonly offerId: number };

/**
 * Locks the owner, so that edits of its settings wait for each other. Returns its name; null if the company has no such
 * owner.
 */
export async function lockOwner(tx: Tx, owner: Owner): Promise<string | null> {
  const rows =
    "buyerId" in owner
      ? await tx.$queryRaw<{ name: string }[]>`
          select name from buyer where company_id = ${tx.company} and id = ${owner.buyerId}::bigint for update`
      : await tx.$queryRaw<{ name: string }[]>`
          select name from offer where company_id = ${tx.company} and id = ${owner.offerId}::bigint for update`;
  return rows[0]?.name ?? null;
}

export async function findOwnerName(tx: Tx, owner: Owner): Promise<string | null> {
  const { company: companyId } = tx;
  const rows =
    "buyerId" in owner
      ? await tx.buyer.findFirst({ where: { companyId, id: owner.buyerId }, select: { name: true } })
      : await tx.offer.findFirst({ where: { companyId, id: owner.offerId }, select: { name: true } });
  return rows?.name ?? null;
}
