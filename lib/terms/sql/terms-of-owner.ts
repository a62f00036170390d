import type { Owner } from "@/lib/party/sql/lock-owner";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { Terms } from "../domain/terms";

/** Terms of an owner in force at a moment, default first: a buyer's prices, or an offer's payouts. */
export async function termsOfOwner(tx: Tx, owner: Owner, at: Date): Promise<Terms[]> {
  const side = "buyerId" in owner ? "buyer" : "offer";
  const rows = await tx.terms.findMany({
    where: { companyId: tx.company, side, ...owner, validFrom: { lte: at } },
    orderBy: [{ validFrom: "desc" }, { id: "desc" }],
  });
  const scopes = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const scope = String((side === "buyer" ? row.offerId : row.trafficSourceId) ?? "");
    if (!scopes.has(scope)) scopes.set(scope, row);
  }
  return [...scopes.entries()]
    .filter(([, row]) => !row.withdrawn)
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, row]) => ({
      ...row,
      id: Number(row.id),
      side,
      offerId: number(row.offerId),
      buyerId: number(row.buyerId),
      trafficSourceId: number(row.trafficSourceId),
    }));
}

function number(id: bigint | null): number | null {
  return id === null ? null : Number(id);
}
