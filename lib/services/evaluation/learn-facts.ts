import type { SqlTx } from "@/lib/db/in-company";
import type { Batch } from "../conversion/fold-requests";
import { applyWaiting } from "../inbox/apply-waiting";
import { evaluateCalls } from "./evaluate-calls";

/** Calls that arrived or are known better: judged by their facts, and told what was said of them before they came. */
export async function learnFacts(tx: SqlTx, batch: Batch, callIds: readonly number[]): Promise<void> {
  const ids = [...new Set(callIds)];
  await evaluateCalls(tx, batch, ids);
  await applyWaiting(tx, batch, ids);
}
