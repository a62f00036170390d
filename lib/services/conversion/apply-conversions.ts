import { inCompanySql, type SqlTx } from "@/lib/db/in-company";
import { evaluateCalls } from "../evaluation/evaluate-calls";
import { proposeFreedDuplicates } from "../evaluation/propose-freed-duplicates";
import type { ConversionRequest, Outcome } from "./conversion-request";
import { type Batch, foldRequests } from "./fold-requests";

export type { Batch };

/**
 * The one way a conversion is ever set or taken back: all requests in one transaction, in their order, also several
 * for one call. One request that is refused stops no other. Outcomes stand in the order of the requests.
 */
export function applyConversions(batch: Batch, requests: readonly ConversionRequest[]): Promise<Outcome[]> {
  return inCompanySql(batch.company.id, (tx) => applyConversionsIn(tx, batch, requests));
}

/**
 * The same as part of a transaction that has more to do; `also` are the calls that it goes on to decide. New facts are
 * evaluated in it too.
 */
export async function applyConversionsIn(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
  also?: readonly number[],
): Promise<Outcome[]> {
  const { outcomes, save } = await decideConversions(tx, batch, requests, also);
  await save();
  return outcomes;
}

/**
 * What comes of the requests, and how to write it down: that has to be done in the same transaction. `isFinal` tells
 * that writing it down is all: no facts changed that have to be evaluated.
 */
export async function decideConversions(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
  also?: readonly number[],
) {
  const { outcomes, save: write, factsChanged, fallen, stopped } = await foldRequests(tx, batch, requests, also);
  // Where a cap stopped a side, the evaluation says so.
  const evaluated = [...new Set([...factsChanged, ...stopped.map(({ callId }) => callId)])];
  const save = async () => {
    await write();
    await evaluateCalls(tx, batch, evaluated, stopped);
    await proposeFreedDuplicates(tx, batch, fallen);
  };
  return { outcomes, save, isFinal: evaluated.length === 0 && fallen.length === 0 };
}
