import type { Tx } from "@/lib/platform/sql/in-company";

/** Names of the company's buyers among these, by id. Buyers are never deleted. */
export async function readBuyerNames(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.buyer.findMany({
    where: { companyId: tx.company, id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [Number(id), name]));
}
