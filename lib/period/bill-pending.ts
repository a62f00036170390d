import type { Context } from "@/lib/access/context";
import { CHANGES_A_TRANSACTION } from "@/lib/ledger/roll-up";
import { hasQueuedChanges, lockLedgerHead } from "@/lib/ledger/sql/ledger-head";
import { postBatch } from "@/lib/ledger/sql/post-batch";
import { inCompany } from "@/lib/platform/sql/in-company";

/**
 * Posts everything saved before it started. Later changes are left for the next rollup; otherwise a busy company would
 * never finish.
 */
export async function billPending({ company, now }: Pick<Context, "company" | "now">): Promise<void> {
  for (;;) {
    const changes = await inCompany(company.id, async (tx) => {
      if (!(await hasQueuedChanges(tx))) return 0;
      const posted = await postBatch(tx, await lockLedgerHead(tx), now(), CHANGES_A_TRANSACTION);
      return posted.changes;
    });
    if (changes < CHANGES_A_TRANSACTION) return;
  }
}
