import { AUTOMATIC } from "@/lib/access/domain/system-actor";
import { type Fed, queueForFeed } from "@/lib/call/sql/feed-queue";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Plan } from "./domain/plan";
import { recordOutgoing } from "./record-outgoing";
import { addToUsage } from "./sql/add-to-usage";
import { appendChanges } from "./sql/append-changes";
import { appendEvents } from "./sql/append-events";
import { appendTokenChanges } from "./sql/append-token-changes";
import { fileInInbox } from "./sql/file-in-inbox";
import { moveUnbilled } from "./sql/move-unbilled";
import { markAmbiguous, resolveItems } from "./sql/resolve-items";
import { resolveProposals } from "./sql/resolve-proposals";
import { saveCalls } from "./sql/save-calls";
import { saveEvaluations } from "./sql/save-evaluations";
import { saveFacts } from "./sql/save-facts";

/**
 * Writes a plan in the transaction that loaded its context, with one statement per kind of row for any batch size.
 * Statements are pipelined: sent without waiting for earlier results.
 */
export async function commit(tx: SqlTx, plan: Plan, at: Date): Promise<void> {
  await Promise.all([
    saveFacts(tx, plan.facts),
    saveCalls(tx, plan.states),
    saveEvaluations(tx, plan.evaluations),
    // After the evaluations: a change refers to the evaluation that made it.
    appendChanges(tx, plan.changes),
    moveUnbilled(tx, plan.movedStarts),
    appendTokenChanges(tx, plan.tokenChanges),
    appendEvents(tx, plan.events),
    queueForFeed(tx, fedBy(plan), at),
    addToUsage(tx, plan.capUse),
    resolveProposals(tx, plan.resolvedProposals, at),
    fileInInbox(tx, plan.inbox),
    markAmbiguous(tx, plan.ambiguous),
    resolveItems(
      tx,
      plan.appliedWaiting.map(({ inboxId, callId }) => ({ id: inboxId, resolution: "applied", callId })),
      { actor: AUTOMATIC, at },
    ),
    recordOutgoing(tx, plan, at),
  ]);
}

/** What the plan changes of its calls; what it writes besides is not shown. */
function fedBy({ facts, changes }: Plan): Fed[] {
  return [
    ...facts.map(({ callId }): Fed => ({ kind: "updated", callId })),
    ...changes.map(({ change: { after } }): Fed => ({ kind: "changed", callId: after.id, version: after.version })),
  ];
}
