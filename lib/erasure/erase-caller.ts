import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { inCompanySql } from "@/lib/platform/sql/in-company";
import { canIdentify } from "./domain/number-digits";
import { readCaller } from "./read-caller";
import { eraseOtherAnswers } from "./sql/erase-answers";
import { eraseNamesOfCaller, eraseNumberInWords, erasePostsOfCaller } from "./sql/erase-caller";
import { eraseCalls } from "./sql/erase-calls";
import { digitsHash } from "./sql/erased-name";
import { insertErasure } from "./sql/erasures";
import { findCallsOfCaller } from "./sql/find-erasable";

const CALLS_A_TRANSACTION = 200;

/**
 * Erases a caller's personal values on every call, in payloads and in texts of members: number, tokens, transcripts,
 * recordings, reasons and proofs. Changes, entries, statements and seals stay, and duplicates still compare the keyed
 * hash. Later events are checked against a hash of the digits. Returns the number of calls. Throws `Forbidden` or
 * `Invalid`.
 */
export async function eraseCaller(ctx: Context, { caller }: { readonly caller: string }): Promise<number> {
  permit(ctx.actor, "update", "settings");
  const sought = await readCaller(ctx, caller);
  const { id } = ctx.company;
  let callCount = 0;
  for (;;) {
    const erased = await inCompanySql(id, async (tx) => {
      const calls = await findCallsOfCaller(tx, sought.hashes, CALLS_A_TRANSACTION);
      return eraseCalls(tx, calls, ctx.now());
    });
    if (erased === 0) break;
    callCount += erased;
  }
  await inCompanySql(id, async (tx) => {
    await insertErasure(tx, ctx.actor, {
      erasedAt: ctx.now(),
      startedBefore: null,
      callerHash: sought.hash,
      digitsHash: canIdentify(sought.digits) ? digitsHash(id, sought.digits) : null,
      callCount,
    });
    await recordAudit(tx, ctx, { action: "caller.erased", id: null, after: { calls: callCount } });
  });
  await inCompanySql(id, async (tx) => {
    await erasePostsOfCaller(tx, sought);
    await eraseNamesOfCaller(tx, sought, ctx.now());
    await eraseNumberInWords(tx, sought);
    await eraseOtherAnswers(tx, ctx.now());
  });
  return callCount;
}
