import { findLaterCalls } from "@/lib/db/evaluation/find-later-calls";
import type { SqlTx } from "@/lib/db/in-company";
import { fileInInbox } from "@/lib/db/inbox/file-in-inbox";
import type { Batch } from "../conversion/fold-requests";
import { AUTOMATIC, isOpenToFacts } from "./evaluate-calls";
import { type Judged, judgeCalls } from "./judge-calls";

/** A conversion that fell no longer makes later calls of the same caller duplicates: what they would be now is proposed, not applied. */
export async function proposeFreedDuplicates(tx: SqlTx, batch: Batch, fallen: readonly number[]): Promise<void> {
  if (fallen.length === 0) return;
  const later = await findLaterCalls(tx, fallen);
  const freed = (await judgeCalls(tx, batch.company, later)).filter(isFreed);
  await fileInInbox(
    tx,
    freed.map(({ facts, side, verdict }) => ({
      receivedAt: batch.now(),
      reason: "duplicate_freed" as const,
      callId: facts.id,
      side,
      mechanism: verdict?.mechanism ?? "rule",
      actor: AUTOMATIC,
      payload: {},
      problem: "An earlier call of this caller converts no more: this one is no duplicate now.",
    })),
  );
}

function isFreed(judged: Judged): boolean {
  const { verdict, standing, evaluation } = judged;
  const byDuplicates = evaluation.converting?.judgement.clauses.some(({ subject }) => subject === "earlier calls");
  return (
    isOpenToFacts(judged) && verdict !== null && !standing.converted && byDuplicates === true && !standing.freeProposed
  );
}
