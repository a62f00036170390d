import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import type { CompanyId } from "@/lib/base/ids";
import type { ConversionAnswer } from "@/lib/call/contract/call";
import { type CallView, readCallViews } from "@/lib/call/sql/call-view";
import { Batcher } from "@/lib/platform/sql/batcher";
import { inCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import { transactionToJoin } from "@/lib/platform/sql/one-transaction";
import { StartOver } from "@/lib/platform/sql/start-over";
import type { Batch } from "./batch";
import { commit } from "./commit";
import { type Converted, conversionAnswer } from "./conversion-answer";
import { countDecisions, noteDecisions } from "./count-decisions";
import { applyCommands } from "./domain/apply-commands";
import type { Plan } from "./domain/plan";
import type { ConversionRequest, Outcome } from "./domain/request";
import { type Answered, type Rejected, replayAnswers, storeFirstAnswers } from "./first-answers";
import { type LoadOptions, loadContext } from "./load-context";
import { withChangesSince } from "./stale-call";

const REQUESTS_A_TRANSACTION = 500;
const TRIES = 5;

type Submitted = { readonly ctx: Context; readonly request: ConversionRequest };
const shared = globalThis as { callmarkBatchers?: Map<CompanyId, Batcher<Submitted, Rejected | Answered>> };
shared.callmarkBatchers ??= new Map();
const batchers = shared.callmarkBatchers;

/**
 * Runs one request in the transaction that the waiting requests of its company share, and answers with what the actor
 * may read, or under an Idempotency-Key with the first answer. Throws `Forbidden`, `NotFound`, `Invalid` or `StaleCall`;
 * nothing is saved then.
 */
export async function convert(ctx: Context, request: ConversionRequest): Promise<ConversionAnswer> {
  const { id } = ctx.company;
  const batcher = batchers.get(id) ?? new Batcher(convertTogether, REQUESTS_A_TRANSACTION);
  batchers.set(id, batcher);
  const submitted = { ctx, request };
  const outcome = transactionToJoin(id) ? await convertAlone(submitted) : await batcher.add(submitted);
  if (outcome.ok) return outcome.answer;
  throw await withChangesSince(ctx, request, outcome.error);
}

/** In a larger transaction of the request. */
async function convertAlone(submitted: Submitted): Promise<Rejected | Answered> {
  const [outcome] = await convertTogether([submitted]);
  if (!outcome) throw new Error("one request gave no outcome");
  return outcome;
}

async function convertTogether(submitted: readonly Submitted[]): Promise<(Rejected | Answered)[]> {
  const [first] = submitted;
  if (!first) return [];
  return inLocks(first.ctx, async (tx) => {
    const replayed = await replayAnswers(tx, submitted);
    const fresh = submitted.filter((one) => !replayed.has(one));
    const answers = new Map([...replayed, ...(await convertFresh(tx, first.ctx, fresh))]);
    return submitted.map((one) => answers.get(one) ?? neverAnswered());
  });
}

async function convertFresh(tx: SqlTx, batch: Batch, submitted: readonly Submitted[]) {
  if (submitted.length === 0) return [];
  const requests = submitted.map(({ request }) => request);
  const { plan, views } = await convertAndRead(tx, batch, requests);
  const answers = submitted.map((one, place): readonly [Submitted, Rejected | Answered] => {
    const outcome = withView(plan.outcomes[place] ?? neverAnswered(), views);
    return [one, outcome.ok ? { ok: true, answer: conversionAnswer(one.ctx, outcome) } : outcome];
  });
  await storeFirstAnswers(tx, answers, batch.now());
  return answers;
}

function neverAnswered(): never {
  throw new Error("a request gave no outcome");
}

/**
 * The only way to set or reverse a conversion. All requests run in order in one transaction; several may name the same
 * call. A rejected request does not stop the others. Outcomes have the order of the requests.
 */
export async function convertAll(batch: Batch, requests: readonly ConversionRequest[]): Promise<readonly Outcome[]> {
  return (await inLocks(batch, (tx) => convertIn(tx, batch, requests))).outcomes;
}

/** The same inside a larger transaction, which must be started by `inLocks`: load, plan, commit. */
export async function convertIn(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
  options?: Pick<LoadOptions, "arrivedCallIds" | "callers">,
): Promise<Plan> {
  const context = await loadContext(tx, batch, requests, options);
  const plan = applyCommands(context, requests);
  noteDecisions(tx, plan.changes);
  await commit(tx, plan, context.now);
  return plan;
}

/** Also returns the calls of the requests as they are after the plan, read while the plan is written. */
export async function convertAndRead(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
  options?: Pick<LoadOptions, "arrivedCallIds" | "callers">,
): Promise<{ readonly plan: Plan; readonly views: ReadonlyMap<number, CallView> }> {
  const context = await loadContext(tx, batch, requests, options);
  const plan = applyCommands(context, requests);
  noteDecisions(tx, plan.changes);
  const ids = plan.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.callId] : []));
  const deciders = requests.some(({ actor }) => may(actor.access, "read", "call.details"));
  const [, views] = await Promise.all([
    commit(tx, plan, context.now),
    readCallViews(tx, [...new Set(ids)], { deciders }),
  ]);
  return { plan, views };
}

/** Runs `work` in a transaction, and starts over if that takes another order of locks, or another server was first. */
export async function inLocks<T>({ company }: Pick<Batch, "company">, work: (tx: SqlTx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      const [result, tx] = await inCompanySql(company.id, async (tx) => [await work(tx), tx] as const);
      countDecisions(tx);
      return result;
    } catch (reason) {
      if (!(reason instanceof StartOver) || tries === TRIES) throw reason;
    }
  }
}

export function withView(outcome: Outcome, views: ReadonlyMap<number, CallView>): Rejected | Converted {
  if (!outcome.ok) return outcome;
  const call = views.get(outcome.callId);
  if (!call) throw new Error(`call ${outcome.callId} was locked but cannot be found`);
  return { ...outcome, call };
}
