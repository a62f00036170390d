import { type CallView, readCallViews } from "@/lib/db/calls/call-view";
import { inCompanySql, type SqlTx } from "@/lib/db/in-company";
import { commit } from "./commit";
import { applyCommands } from "./domain/apply-commands";
import type { Plan } from "./domain/plan";
import type { ConversionRequest, Outcome } from "./domain/request";
import { type Batch, type LoadOptions, LockMissed, loadContext } from "./load-context";

const TRIES = 5;

/**
 * The one way a conversion is ever set or taken back: all requests in one transaction, in their order, also several for one
 * call. One request that is rejected stops no other. Outcomes stand in the order of the requests.
 */
export async function convert(batch: Batch, requests: readonly ConversionRequest[]): Promise<readonly Outcome[]> {
  return (await inLocks(batch, (tx) => convertIn(tx, batch, requests))).outcomes;
}

/** The same as part of a transaction that has more to do, which has to be one of `inLocks`. */
export async function convertIn(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
  options?: Pick<LoadOptions, "arrived">,
): Promise<Plan> {
  const context = await loadContext(tx, batch, requests, options);
  const plan = applyCommands(context, requests);
  await commit(tx, plan, context.now);
  return plan;
}

/** With the calls as they are then, read while the plan is being written. */
export async function convertAndRead(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
): Promise<{ readonly plan: Plan; readonly views: ReadonlyMap<number, CallView> }> {
  const context = await loadContext(tx, batch, requests);
  const plan = applyCommands(context, requests);
  const converted = plan.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.callId] : []));
  const [, views] = await Promise.all([commit(tx, plan, context.now), readCallViews(tx, [...new Set(converted)])]);
  return { plan, views };
}

/** A transaction that begins anew where a call needed a lock that should have come before those that were held. */
export async function inLocks<T>({ company }: Pick<Batch, "company">, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inCompanySql(company.id, work);
    } catch (reason) {
      if (!(reason instanceof LockMissed) || tries === TRIES) throw reason;
    }
  }
}
