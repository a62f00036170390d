import type { Tx } from "@/lib/platform/sql/in-company";

/** The company's tax account. */
export async function taxAccountId(tx: Tx): Promise<number> {
  const account = await tx.account.findFirstOrThrow({
    where: { companyId: tx.company, kind: "tax" },
    select: { id: true },
  });
  return Number(account.id);
}

/** First day of the last closed month. For previews; an issue locks the ledger head. */
export async function readClosedThrough(tx: Tx): Promise<string | null> {
  const head = await tx.ledgerHead.findFirstOrThrow({
    where: { companyId: tx.company },
    select: { closedThrough: true },
  });
  return head.closedThrough?.toISOString().slice(0, 10) ?? null;
}
