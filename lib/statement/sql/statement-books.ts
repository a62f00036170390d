import type { Tx } from "@/lib/platform/sql/in-company";

/** What the books know that statements ask: the tax account, and the last closed month as the head has it. */
export async function taxAccountId(tx: Tx): Promise<number> {
  const account = await tx.account.findFirstOrThrow({
    where: { companyId: tx.company, kind: "tax" },
    select: { id: true },
  });
  return Number(account.id);
}

/** First day of the last closed month. For a look at what would be issued; who issues locks the head. */
export async function readClosedThrough(tx: Tx): Promise<string | null> {
  const head = await tx.ledgerHead.findFirstOrThrow({
    where: { companyId: tx.company },
    select: { closedThrough: true },
  });
  return head.closedThrough?.toISOString().slice(0, 10) ?? null;
}
