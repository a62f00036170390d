import { NotFound } from "@/lib/base/errors";
import { readPartyNames } from "@/lib/party/sql/party-names";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** Throws `NotFound` if the company has no such buyer. */
export async function nameOfBuyer(tx: SqlTx, buyerId: number): Promise<string> {
  const { buyers } = await readPartyNames(tx, { buyerIds: [buyerId], sourceIds: [] });
  const name = buyers.get(buyerId);
  if (name === undefined) throw new NotFound();
  return name;
}
