import { DomainError } from "@/lib/base/errors";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Batch } from "./batch";
import type { WaitingUpdate } from "./domain/context";
import { senderOf, soughtMatch } from "./inbox-sender";
import { requestOfUpdate } from "./parse-update";
import { findWaiting, type WaitingRow } from "./sql/find-waiting";
import { lockInboxRows } from "./sql/list-inbox";

/**
 * Locks updates that arrived before these calls, or before the calls were their buyer's; one statement if none wait.
 * Skips items that can no longer be read.
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
  // Read again under the lock: an item may have been resolved in the meantime.
  return (await findWaiting(tx, callIds)).flatMap((row) => waitingUpdate(batch, row) ?? []);
}

function waitingUpdate(batch: Batch, row: WaitingRow): WaitingUpdate | null {
  const { id: inboxId, callIds, fitsOthers, conversionUpdate, payload } = row;
  if (conversionUpdate === null) return null;
  try {
    const match = soughtMatch(row);
    const request = {
      ...requestOfUpdate(batch, senderOf(row), { conversionUpdate, payload }),
      ...(match && { match }),
    };
    return { inboxId, callIds, fitsOthers, request };
  } catch (reason) {
    if (reason instanceof DomainError) return null;
    throw reason;
  }
}
