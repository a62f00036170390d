import type { Context } from "@/lib/access/context";
import { inLocks } from "@/lib/conversion/convert";
import { requireKeyForAdditions } from "@/lib/conversion/require-key-for-additions";
import { findStored, openStored, storeAnswers } from "@/lib/idempotency/stored-answer";
import type { BulkAnswer, BulkRequest } from "./contract";
import { convertItems } from "./convert-items";
import { getBatchIn } from "./list-batches";
import { readItem } from "./read-item";
import { insertBatch } from "./sql/batches";

/**
 * Applies up to 1,000 updates in order, as one batch in one transaction. Each is checked and rejected on its own. Throws
 * `Invalid` if an addition lacks its key; nothing is saved then.
 */
export async function updateCalls(ctx: Context, { updates, reason }: BulkRequest): Promise<BulkAnswer> {
  const items = updates.map((update) => readItem(ctx, update));
  await requireKeyForAdditions(
    ctx,
    items.some((item) => item.ok && item.adds),
  );
  const { idempotencyKey, company, actor } = ctx;
  const keyed = idempotencyKey ? [{ company, actor, idempotencyKey }] : [];
  return inLocks(ctx, async (tx) => {
    const [stored] = (await findStored(tx, keyed)).values();
    if (stored && keyed[0]) return openStored<BulkAnswer>(keyed[0], stored);
    const id = await insertBatch(tx, { kind: "bulk", actor, reason: reason ?? null, at: ctx.now() });
    const results = await convertItems(tx, ctx, { id, isLast: true }, items);
    const body: BulkAnswer = { status: 207, results, batch: await getBatchIn(tx, ctx, id) };
    await storeAnswers(
      tx,
      keyed.map((asked) => ({ ...asked, body })),
      ctx.now(),
    );
    return body;
  });
}
