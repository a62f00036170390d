import type { Context } from "@/lib/access/context";
import { hasLooseFacts } from "@/lib/audit/sql/facts";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { LedgerHead } from "./sql/ledger-head";
import { postDocuments } from "./sql/post-documents";

/**
 * Seals facts written since the last link in their own link, unless a rollup seals them first. A ledger without a first
 * link seals nothing. The ledger head must be locked.
 */
export async function sealFacts(tx: Tx, { actor, now }: Context, head: LedgerHead): Promise<void> {
  if (head.rollupNumber === 0 || !(await hasLooseFacts(tx))) return;
  await postDocuments(tx, head, actor, [], { startedAt: now() });
}
