import { DomainError } from "@/lib/base/errors";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Batch } from "./batch";
import type { WaitingUpdate } from "./domain/context";
import { senderOf, soughtMatch } from "./inbox-sender";
import { keptRequest } from "./kept-update";
import { findWaiting, type WaitingRow } from "./sql/find-waiting";
import { lockInboxRows } from "./sql/list-inbox";

/**
 * Updates that came before these calls, or before they were their buyer's, locked; one statement where nothing waits. One
 * that cannot be read any more stays where it is.
 */
export async function loadWaiting(
  tx: SqlTx,
  batch: Batch,
  callIds: readonly number[],
  { preview }: { readonly preview: boolean },
): Promise<WaitingUpdate[]> {
  const seen = await findWaiting(tx, callIds);
  if (seen.length === 0) return [];
  if (preview) return seen.flatMap((row) => waitingUpdate(batch, row) ?? []);
  await lockInboxRows(
    tx,
    seen.map(({ id }) => id),
  );
  // Read again once they are locked: in the meantime somebody may have resolved one.
  return (await findWaiting(tx, callIds)).flatMap((row) => waitingUpdate(batch, row) ?? []);
}

function waitingUpdate(batch: Batch, row: WaitingRow): WaitingUpdate | null {
  const { id: inboxId, callIds, fitsOthers, statement, payload } = row;
  if (statement === null) return null;
  try {
    const match = soughtMatch(row);
    const request = { ...keptRequest(batch, senderOf(row), { statement, payload }), ...(match && { match }) };
    return { inboxId, callIds, fitsOthers, request };
  } catch (reason) {
    if (reason instanceof DomainError) return null;
    throw reason;
  }
}
