import type { Context } from "@/lib/access/context";
import { hasLooseFacts } from "@/lib/audit/sql/facts";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { LedgerHead } from "./sql/ledger-head";
import { postDocuments } from "./sql/post-documents";

/**
 * Seals what was written beside the entries since the last link, in a link of its own; what a rollup takes along needs
 * none. A company whose books have not begun has nothing to vouch for yet. The head must be locked.
 */
export async function sealFacts(tx: Tx, { actor, now }: Context, head: LedgerHead): Promise<void> {
  if (head.rollupNumber === 0 || !(await hasLooseFacts(tx))) return;
  await postDocuments(tx, head, actor, [], { startedAt: now() });
}
