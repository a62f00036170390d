import type { Context } from "@/lib/access/context";
import type { Area } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { Conflict, type DomainError, Invalid, NotFound, StaleVersion } from "@/lib/base/errors";
import { mechanismOfActor } from "@/lib/call/domain/mechanism";
import { convertIn, inLocks } from "@/lib/conversion/convert";
import type { ConversionRequest, Outcome } from "@/lib/conversion/domain/request";
import { previewTogether } from "@/lib/conversion/preview";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { LeftCall, UndoAnswer } from "./contract";
import { getBatch, getBatchIn, isInterrupted } from "./list-batches";
import { totalsOf } from "./preview-batch";
import { type BatchCall, listBatchCalls, storeBefore } from "./sql/batch-calls";
import { countUp, insertBatch, lockBatch, markUndone } from "./sql/batches";

const CALLS_A_TRANSACTION = 500;
const NAMED_AT_MOST = 1_000;
const NEEDED: readonly Area[] = ["call.buyer_converted", "call.offer_converted", "call.revenue", "call.payout"];

/**
 * Puts every call of a batch back as it stood before, as one new batch of offsetting changes. A call that changed since is
 * left alone and named. Undoing again changes nothing; after an interruption it goes on. Throws `Forbidden`, `NotFound`
 * or `Conflict`.
 */
export async function undoBatch(ctx: Context, id: number, { reason }: { readonly reason?: string | undefined }) {
  for (const area of NEEDED) permit(ctx.actor, "update", area);
  const undo = await beginUndo(ctx, id, reason ?? null);
  const undone = new Undone();
  for (let after: number | null = 0; after !== null; ) after = await undoNext(ctx, id, undo, after, undone);
  const batch = await getBatch(ctx, undo);
  return { status: 200, restored: undone.restored, left: undone.left, batch } satisfies UndoAnswer;
}

/** What undoing would change and the next rollup post. Nothing is saved. Throws what `undoBatch` throws. */
export async function previewUndo(ctx: Context, id: number): Promise<UndoAnswer> {
  for (const area of NEEDED) permit(ctx.actor, "update", area);
  return readInCompanySql(ctx.company.id, async (tx) => {
    const { undone_by: undo } = await getBatchIn(tx, ctx, id);
    const calls = await listBatchCalls(tx, id, { undo, after: 0, limit: PREVIEWED_AT_MOST + 1 });
    if (calls.length > PREVIEWED_AT_MOST) {
      throw new Conflict(`Batches of more than ${PREVIEWED_AT_MOST} calls can be undone, but not previewed.`);
    }
    const previewed = await previewTogether(tx, ctx, requestsOf(ctx, calls, null));
    const undone = new Undone();
    undone.add(calls, previewed.plan.outcomes);
    const { restored, left } = undone;
    const totals = totalsOf(ctx, previewed, { changed: restored, held: 0, rejected: left.length });
    return { status: 200, dry_run: true, restored, left, totals };
  });
}

const PREVIEWED_AT_MOST = 10_000;

/** The batch of the undoing: a new one, or that of an earlier attempt. */
function beginUndo(ctx: Context, id: number, reason: string | null): Promise<number> {
  return inLocks(ctx, async (tx) => {
    const batch = await lockBatch(tx, id);
    if (!batch) throw new NotFound();
    if (batch.finishedAt === null && !isInterrupted(ctx, batch)) {
      throw new Conflict("This batch is still running. Undo it when it is done.");
    }
    if (batch.undoneBy !== null) return batch.undoneBy;
    const undo = await insertBatch(tx, { kind: "undo", actor: ctx.actor, reason, at: ctx.now(), undoes: id });
    await markUndone(tx, id, undo);
    await recordAudit(tx, ctx, { action: "batch.undone", id, after: { undone_by: undo } });
    return undo;
  });
}

/** Undoes the next calls in one transaction. Returns the last call, or null at the end. */
function undoNext(ctx: Context, id: number, undo: number, after: number, undone: Undone): Promise<number | null> {
  return inLocks(ctx, async (tx) => {
    const calls = await listBatchCalls(tx, id, { undo, after, limit: CALLS_A_TRANSACTION });
    const isLast = calls.length < CALLS_A_TRANSACTION;
    const plan = await convertIn(tx, ctx, requestsOf(ctx, calls, undo));
    const counts = new Undone();
    counts.add(calls, plan.outcomes);
    await storeBefore(tx, undo, plan.changes);
    const received = { received: calls.length, changed: counts.restored, held: 0, rejected: counts.count };
    await countUp(tx, undo, received, { at: ctx.now(), isLast });
    return { counts, last: isLast ? null : (calls.at(-1)?.callId ?? null) };
  }).then(({ counts, last }) => {
    undone.take(counts);
    return last;
  });
}

function requestsOf({ actor }: Context, calls: readonly BatchCall[], undo: number | null): ConversionRequest[] {
  const mechanism = mechanismOfActor(actor);
  return calls.map(({ callId, toVersion, before }) => ({
    call: { id: callId },
    actor,
    command: { kind: "restore", mechanism, ...before },
    expectedVersion: toVersion,
    ...(undo !== null && { reason: `Undone by batch ${undo}.` }),
  }));
}

/** What an undoing did. */
class Undone {
  restored = 0;
  count = 0;
  readonly left: LeftCall[] = [];

  add(calls: readonly BatchCall[], outcomes: readonly Outcome[]): void {
    for (const [place, outcome] of outcomes.entries()) {
      if (outcome.ok) this.restored += 1;
      else this.leave({ call_id: calls[place]?.callId ?? 0, detail: detailOf(outcome.error) });
    }
  }

  take({ restored, count, left }: Undone): void {
    this.restored += restored;
    for (const call of left) this.leave(call);
    this.count += count - left.length;
  }

  private leave(call: LeftCall): void {
    this.count += 1;
    if (this.left.length < NAMED_AT_MOST) this.left.push(call);
  }
}

function detailOf(error: DomainError): string {
  if (error instanceof StaleVersion) return "The call changed after the batch.";
  if (error instanceof Invalid) return Object.values(error.errors)[0] ?? error.message;
  return error.message;
}
