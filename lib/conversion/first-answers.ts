import type { Context } from "@/lib/access/context";
import { DomainError } from "@/lib/base/errors";
import type { ConversionAnswer } from "@/lib/call/contract/call";
import { findStored, type Keyed, openStored, storeAnswers } from "@/lib/idempotency/stored-answer";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Outcome } from "./domain/request";

export type Answered = { readonly ok: true; readonly answer: ConversionAnswer };
export type Rejected = Extract<Outcome, { ok: false }>;
type Asking = { readonly ctx: Context };

/** The outcomes of requests whose Idempotency-Key was sent before; no statement if none has a key. */
export async function replayAnswers<One extends Asking>(
  tx: SqlTx,
  asking: readonly One[],
): Promise<ReadonlyMap<One, Answered | Rejected>> {
  const stored = await findStored(
    tx,
    asking.flatMap(({ ctx }) => keyed(ctx)),
  );
  const replayed = new Map<One, Answered | Rejected>();
  for (const one of asking) {
    const [ctx] = keyed(one.ctx);
    const answer = ctx && stored.get(ctx.idempotencyKey.key);
    if (answer)
      replayed.set(
        one,
        outcomeOf(() => openStored<ConversionAnswer>(ctx, answer)),
      );
  }
  return replayed;
}

/** Stores the answers of applied requests that have a key. A rejected request uses up no key. */
export async function storeFirstAnswers(
  tx: SqlTx,
  answers: readonly (readonly [Asking, Answered | Rejected])[],
  at: Date,
): Promise<void> {
  const answered = answers.flatMap(([{ ctx }, outcome]) =>
    outcome.ok ? keyed(ctx).map((one) => ({ ...one, body: outcome.answer })) : [],
  );
  await storeAnswers(tx, answered, at);
}

function keyed({ company, actor, idempotencyKey }: Context): Keyed[] {
  return idempotencyKey ? [{ company, actor, idempotencyKey }] : [];
}

function outcomeOf(open: () => ConversionAnswer): Answered | Rejected {
  try {
    return { ok: true, answer: open() };
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, error };
    throw error;
  }
}
