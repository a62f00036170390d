import type { Context } from "@/lib/access/context";
import { conversionAnswer } from "@/lib/conversion/conversion-answer";
import { convertAndRead, withView } from "@/lib/conversion/convert";
import { problemOf } from "@/lib/platform/http/problem";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { BulkResult } from "./contract";
import type { ReadItem } from "./read-item";
import { storeBefore } from "./sql/batch-calls";
import { type Counts, countUp } from "./sql/batches";

/** Applies the updates of a batch in order, in one transaction. A rejected one stops no other. */
export async function convertItems(
  tx: SqlTx,
  ctx: Context,
  batch: { readonly id: number; readonly isLast: boolean },
  items: readonly ReadItem[],
): Promise<BulkResult[]> {
  const requests = items.flatMap((item) => (item.ok ? [item.request] : []));
  const { plan, views } = await convertAndRead(tx, ctx, requests);
  const outcomes = [...plan.outcomes];
  const results = items.map((item): BulkResult => {
    const outcome = item.ok ? outcomes.shift() : item;
    if (!outcome) throw new Error("an update gave no outcome");
    const viewed = withView(outcome, views);
    return viewed.ok ? conversionAnswer(ctx, viewed) : problemResult(ctx, viewed.error);
  });
  await Promise.all([
    storeBefore(tx, batch.id, plan.changes),
    countUp(tx, batch.id, countsOf(results), { at: ctx.now(), isLast: batch.isLast }),
  ]);
  return results;
}

export function problemResult({ from }: Context, error: Error) {
  const problem = problemOf(error, from?.requestId ?? "");
  return { status: problem.status, problem };
}

export function countsOf(results: readonly object[]): Counts {
  const among = (has: (result: Record<string, unknown>) => boolean) =>
    results.filter((result) => has(result as Record<string, unknown>)).length;
  return {
    received: results.length,
    changed: among(({ changed }) => changed === true),
    held: among(({ held }) => held === true),
    rejected: among(({ problem }) => problem !== undefined),
  };
}
