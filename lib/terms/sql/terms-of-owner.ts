import type { Owner } from "@/lib/party/sql/lock-owner";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { Terms } from "../domain/terms";

/** Terms of an owner in force at a moment, default first: a buyer's prices, or an offer's payouts. */
export async function termsOfOwner(tx: Tx, owner: Owner, at: Date): Promise<Terms[]> {
  const isBuyer = "buyerId" in owner;
  const of = isBuyer ? ({ side: "buyer", ...owner } as const) : ({ side: "offer", ...owner } as const);
  return termsInForce(tx, of, at, (row) => (isBuyer ? row.offerId : row.trafficSourceId));
}

/** Whether prices or payouts of this owner begin, or end, exactly then. */
export async function hasTermsFrom(tx: Tx, owner: Owner, validFrom: Date): Promise<boolean> {
  const side = "buyerId" in owner ? "buyer" : "offer";
  return (await tx.terms.count({ where: { companyId: tx.company, side, ...owner, validFrom } })) > 0;
}

/** The payouts that offers have agreed with one traffic source, in force at a moment, by offer. */
export async function payoutsOfSource(tx: Tx, trafficSourceId: number, at: Date): Promise<Terms[]> {
  return termsInForce(tx, { side: "offer", trafficSourceId }, at, (row) => row.offerId);
}

type Which = { readonly side: "buyer" | "offer" } & Partial<Record<"buyerId" | "offerId" | "trafficSourceId", number>>;
type Scoped = { readonly offerId: bigint | null; readonly trafficSourceId: bigint | null };

/** The newest of each scope, unless it was withdrawn. */
async function termsInForce(tx: Tx, which: Which, at: Date, scopeOf: (row: Scoped) => bigint | null): Promise<Terms[]> {
  const { side } = which;
  const rows = await tx.terms.findMany({
    where: { companyId: tx.company, ...which, validFrom: { lte: at } },
    orderBy: [{ validFrom: "desc" }, { id: "desc" }],
  });
  const scopes = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const scope = String(scopeOf(row) ?? "");
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
