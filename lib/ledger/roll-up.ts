import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { inCompany } from "@/lib/platform/sql/in-company";
import { hasQueuedChanges, lockLedgerHead } from "./sql/ledger-head";
import { type Posted, postBatch } from "./sql/post-batch";

/** Limits how long one transaction holds the ledger, not how much a rollup posts. */
export const CHANGES_A_TRANSACTION = 50_000;

/**
 * Posts every pending change as charges, credits, payouts and clawbacks, in batches that are sealed one by one. Running
 * it twice, in parallel or after an interruption gives the same entries.
 */
export async function rollUp(ctx: Context, changesATransaction = CHANGES_A_TRANSACTION): Promise<Posted> {
  permit(ctx.actor, "update", "rollups");
  let [changes, entries] = [0, 0];
  for (;;) {
    const posted = await postNext(ctx, changesATransaction);
    if (posted.changes === 0) return { changes, entries };
    changes += posted.changes;
    entries += posted.entries;
  }
}

function postNext({ company, now }: Context, atMost: number): Promise<Posted> {
  return inCompany(company.id, async (tx) => {
    if (!(await hasQueuedChanges(tx))) return { changes: 0, entries: 0 };
    const head = await lockLedgerHead(tx);
    return postBatch(tx, head, now(), atMost);
  });
}
