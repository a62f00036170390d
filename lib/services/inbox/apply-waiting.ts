import type { SqlTx } from "@/lib/db/in-company";
import { findWaiting, type Waiting } from "@/lib/db/inbox/find-waiting";
import { lockInboxRows } from "@/lib/db/inbox/list-inbox";
import { markAmbiguous, settleItems } from "@/lib/db/inbox/settle-items";
import { DomainError } from "@/lib/domain/errors";
import { applyConversionsIn, type Batch } from "../conversion/apply-conversions";
import type { ConversionRequest } from "../conversion/conversion-request";
import { AUTOMATIC } from "../evaluation/evaluate-calls";
import { statementRequest } from "../hooks/statement-request";
import { senderOf } from "./plan-settling";

/**
 * Statements that came before their call are applied to it, in the order in which they came; one statement where nothing
 * waits. What fits more than one call by now is left to a person.
 */
export async function applyWaiting(tx: SqlTx, batch: Batch, callIds: readonly number[]): Promise<void> {
  if (callIds.length === 0) return;
  const waiting = await lockWaiting(tx, callIds);
  if (waiting.length === 0) return;
  await markAmbiguous(
    tx,
    waiting.filter(({ callsFound }) => callsFound.length > 1).map(({ id }) => id),
  );
  const meant = waiting.filter(({ callsFound }) => callsFound.length === 1);
  const requests = await requestsOf(tx, batch, meant);
  const outcomes = await applyConversionsIn(
    tx,
    batch,
    requests.map(({ request }) => request),
  );
  const settled = requests.flatMap(({ item }, position) => {
    const outcome = outcomes[position];
    return outcome?.ok ? [{ id: item.id, settlement: "applied" as const, callId: outcome.callId }] : [];
  });
  await settleItems(tx, settled, { actor: AUTOMATIC, at: batch.now() });
}

/** Read again once it is locked: in the meantime somebody may have settled it, or another call that it fits have come. */
async function lockWaiting(tx: SqlTx, callIds: readonly number[]): Promise<Waiting[]> {
  const seen = await findWaiting(tx, callIds);
  if (seen.length === 0) return [];
  await lockInboxRows(
    tx,
    seen.map(({ id }) => id),
  );
  return findWaiting(tx, callIds);
}

type Meant = { readonly item: Waiting; readonly request: ConversionRequest };

/** A statement that cannot be made out any more stays where it is. */
async function requestsOf(tx: SqlTx, batch: Batch, waiting: readonly Waiting[]): Promise<Meant[]> {
  const meant: Meant[] = [];
  for (const item of waiting) {
    const [callId] = item.callsFound;
    if (callId === undefined || item.statement === null) continue;
    const { payload, statement } = item;
    const request = await statementRequest(tx, batch, { actor: senderOf(item), callId, statement, payload }).catch(
      (reason: unknown) => {
        if (reason instanceof DomainError) return null;
        throw reason;
      },
    );
    if (request) meant.push({ item, request });
  }
  return meant;
}
