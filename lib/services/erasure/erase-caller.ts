import { eraseCalls } from "@/lib/db/erasure/erase-calls";
import { erasePostsOfCaller } from "@/lib/db/erasure/erase-posts";
import { insertErasure } from "@/lib/db/erasure/erasures";
import { findCallsOfCaller } from "@/lib/db/erasure/find-erasable";
import { inCompanySql } from "@/lib/db/in-company";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { readCaller } from "./read-caller";

const CALLS_A_TRANSACTION = 200;

/**
 * Erases what one caller left, on every call and in whatever was posted: the number, tokens, transcripts, recordings,
 * reasons and proofs. No money moves: changes, entries, statements and seals stay as they are, and duplicates are still
 * known by the keyed hash. Answers how many calls it was. Throws `Forbidden` or `Invalid`.
 */
export async function eraseCaller(ctx: Context, { caller }: { readonly caller: string }): Promise<number> {
  permit(ctx.actor, "update", "settings");
  const sought = await readCaller(ctx, caller);
  const { id } = ctx.company;
  let callCount = 0;
  for (;;) {
    const erased = await inCompanySql(id, async (tx) => {
      const calls = await findCallsOfCaller(tx, sought.hash, CALLS_A_TRANSACTION);
      return eraseCalls(tx, calls, ctx.now());
    });
    if (erased === 0) break;
    callCount += erased;
  }
  await inCompanySql(id, async (tx) => {
    await erasePostsOfCaller(tx, sought);
    await insertErasure(tx, ctx.actor, {
      erasedAt: ctx.now(),
      startedBefore: null,
      callerHash: sought.hash,
      callCount,
    });
  });
  return callCount;
}
