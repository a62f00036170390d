import { hasQueuedChanges, lockLedgerHead } from "@/lib/db/ledger/ledger-head";
import { type Posted, postBatch } from "@/lib/db/ledger/post-batch";
import { inCompany } from "@/lib/platform/sql/in-company";
import { permit } from "../access/permit";
import type { Context } from "../context";

/** Bounds how long one transaction holds the ledger, not how much a rollup posts. */
export const CHANGES_A_TRANSACTION = 50_000;

/**
 * Posts every change that waits: charges, credits, payouts and clawbacks, batch by batch, each batch sealed as a
 * rollup of its own. May run twice, in parallel, or die half-way: the entries are those of one clean run.
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
