import { inCompany } from "@/lib/db/in-company";
import { hasLooseFacts } from "@/lib/db/ledger/ledger-facts";
import { lockLedgerHead } from "@/lib/db/ledger/ledger-head";
import { postDocuments } from "@/lib/db/ledger/post-documents";
import { permit } from "../access/permit";
import type { Context } from "../context";

/**
 * Seals what was written beside the entries since the last link, in a link of its own; what a rollup takes along needs
 * none. A company whose books have not begun has nothing to vouch for yet.
 */
export async function sealFacts(ctx: Context): Promise<void> {
  permit(ctx.actor, "update", "rollups");
  await inCompany(ctx.company.id, async (tx) => {
    if (!(await hasLooseFacts(tx))) return;
    const head = await lockLedgerHead(tx);
    if (head.rollupNumber === 0 || !(await hasLooseFacts(tx))) return;
    await postDocuments(tx, head, ctx.actor, [], { startedAt: ctx.now() });
  });
}
