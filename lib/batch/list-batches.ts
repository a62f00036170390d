import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { presentActor } from "@/lib/access/present-actor";
import { Invalid, NotFound } from "@/lib/base/errors";
import { parseId } from "@/lib/base/ids";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { Batch, BatchQuery } from "./contract";
import { type BatchRow, readBatches } from "./sql/batches";

const BATCHES_A_PAGE = 50;
/** A batch that made no progress for so long ended with its server. */
const INTERRUPTED_MS = 150_000;

/** Batches, newest first. The cursor is the last id of the previous page. Throws `Forbidden` or `Invalid`. */
export async function listBatches(
  ctx: Context,
  { cursor, per_page: perPage = BATCHES_A_PAGE }: BatchQuery,
): Promise<{ readonly batches: Batch[]; readonly next_cursor: string | null }> {
  permit(ctx.actor, "read", "calls");
  const below = cursor === undefined ? null : parseId(cursor);
  if (cursor !== undefined && below === null)
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  const rows = await readInCompanySql(ctx.company.id, (tx) => readBatches(tx, { below, limit: perPage + 1 }));
  const page = rows.slice(0, perPage);
  return {
    batches: page.map((row) => presentBatch(ctx, row)),
    next_cursor: rows.length > perPage ? String(page.at(-1)?.id) : null,
  };
}

/** Throws `Forbidden` or `NotFound`. */
export function getBatch(ctx: Context, id: number): Promise<Batch> {
  permit(ctx.actor, "read", "calls");
  return readInCompanySql(ctx.company.id, (tx) => getBatchIn(tx, ctx, id));
}

export async function getBatchIn(tx: SqlTx, ctx: Context, id: number): Promise<Batch> {
  const [row] = await readBatches(tx, { id, limit: 1 });
  if (!row) throw new NotFound();
  return presentBatch(ctx, row);
}

export function isInterrupted(ctx: Context, { finishedAt, progressAt }: Pick<BatchRow, "finishedAt" | "progressAt">) {
  return finishedAt === null && progressAt.getTime() + INTERRUPTED_MS < ctx.now().getTime();
}

function presentBatch(ctx: Context, row: BatchRow): Batch {
  const { id, kind, received, changed, held, rejected, calls, undoes, undoneBy, finishedAt } = row;
  return {
    id,
    kind,
    state: isInterrupted(ctx, row) ? "interrupted" : finishedAt === null ? "running" : "done",
    by: presentActor({ type: row.actorType, name: row.actorName }),
    ...(may(ctx.actor.access, "read", "call.details") && { reason: row.reason }),
    started_at: row.startedAt.toISOString(),
    finished_at: finishedAt?.toISOString() ?? null,
    received,
    changed,
    held,
    rejected,
    calls,
    undoes,
    undone_by: undoneBy,
  };
}
