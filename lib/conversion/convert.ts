import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import type { CompanyId } from "@/lib/base/ids";
import type { ConversionAnswer } from "@/lib/call/contract/call";
import { type CallView, readCallViews } from "@/lib/call/sql/call-view";
import { Batcher } from "@/lib/platform/sql/batcher";
import { inCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { Batch } from "./batch";
import { commit } from "./commit";
import { type Converted, conversionAnswer } from "./conversion-answer";
import { applyCommands } from "./domain/apply-commands";
import type { Plan } from "./domain/plan";
import type { ConversionRequest, Outcome } from "./domain/request";
import { type LoadOptions, LockMissed, loadContext } from "./load-context";
import { withChangesSince } from "./stale-call";

const REQUESTS_A_TRANSACTION = 500;
const TRIES = 5;

type Submitted = { readonly batch: Batch; readonly request: ConversionRequest };
type Rejected = Extract<Outcome, { ok: false }>;
const shared = globalThis as { callmarkBatchers?: Map<CompanyId, Batcher<Submitted, Rejected | Converted>> };
shared.callmarkBatchers ??= new Map();
const batchers = shared.callmarkBatchers;

/**
 * One request, in the transaction that its company's waiting requests share, answered as its actor may read it. Throws
 * `Forbidden`, `NotFound`, `Invalid` or `StaleCall`; nothing is saved then.
 */
export async function convert(ctx: Context, request: ConversionRequest): Promise<ConversionAnswer> {
  const { id } = ctx.company;
  const batcher = batchers.get(id) ?? new Batcher(convertTogether, REQUESTS_A_TRANSACTION);
  batchers.set(id, batcher);
  const outcome = await batcher.add({ batch: ctx, request });
  if (outcome.ok) return conversionAnswer(ctx, outcome);
  throw await withChangesSince(ctx, request, outcome.error);
}

async function convertTogether(submitted: readonly Submitted[]): Promise<(Rejected | Converted)[]> {
  const [first] = submitted;
  if (!first) return [];
  const requests = submitted.map(({ request }) => request);
  const { plan, views } = await inLocks(first.batch, (tx) => convertAndRead(tx, first.batch, requests));
  return plan.outcomes.map((outcome) => withView(outcome, views));
}

/**
 * The one way a conversion is ever set or taken back: all requests in one transaction, in their order, also several for one
 * call. One request that is rejected stops no other. Outcomes stand in the order of the requests.
 */
export async function convertAll(batch: Batch, requests: readonly ConversionRequest[]): Promise<readonly Outcome[]> {
  return (await inLocks(batch, (tx) => convertIn(tx, batch, requests))).outcomes;
}

/** The same as part of a transaction that has more to do, which has to be one of `inLocks`: load, plan, commit. */
export async function convertIn(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
  options?: Pick<LoadOptions, "arrived" | "callers">,
): Promise<Plan> {
  const context = await loadContext(tx, batch, requests, options);
  const plan = applyCommands(context, requests);
  await commit(tx, plan, context.now);
  return plan;
}

/** With the calls of the requests as they are then, read while the plan is written. */
export async function convertAndRead(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
  options?: Pick<LoadOptions, "arrived" | "callers">,
): Promise<{ readonly plan: Plan; readonly views: ReadonlyMap<number, CallView> }> {
  const context = await loadContext(tx, batch, requests, options);
  const plan = applyCommands(context, requests);
  const ids = plan.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.callId] : []));
  const deciders = requests.some(({ actor }) => may(actor.access, "read", "call.details"));
  const [, views] = await Promise.all([
    commit(tx, plan, context.now),
    readCallViews(tx, [...new Set(ids)], { deciders }),
  ]);
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

export function withView(outcome: Outcome, views: ReadonlyMap<number, CallView>): Rejected | Converted {
  if (!outcome.ok) return outcome;
  const call = views.get(outcome.callId);
  if (!call) throw new Error(`call ${outcome.callId} was locked and is gone`);
  return { ...outcome, call };
}
