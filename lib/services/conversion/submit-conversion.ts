import { type CallView, readCallViews } from "@/lib/db/calls/call-view";
import { inCompanySql } from "@/lib/db/in-company";
import type { CompanyId } from "@/lib/domain/ids";
import { Batcher } from "../batcher";
import type { Context } from "../context";
import { type Batch, decideConversions } from "./apply-conversions";
import type { ConversionRequest, Outcome } from "./conversion-request";

type Submitted = { readonly batch: Batch; readonly request: ConversionRequest };
type Refused = Extract<Outcome, { ok: false }>;
type Applied = Extract<Outcome, { ok: true }> & { readonly call: CallView };

const REQUESTS_A_TRANSACTION = 500;

const shared = globalThis as { callmarkUpdates?: Map<CompanyId, Batcher<Submitted, Refused | Applied>> };
shared.callmarkUpdates ??= new Map();
const batchers = shared.callmarkUpdates;

/** A single request, by way of the transaction that its company's waiting requests share; answers the call as it is then. */
export function submitConversion(ctx: Context, request: ConversionRequest): Promise<Refused | Applied> {
  const { id } = ctx.company;
  const batcher = batchers.get(id) ?? new Batcher(runTogether, REQUESTS_A_TRANSACTION);
  batchers.set(id, batcher);
  return batcher.add({ batch: ctx, request });
}

async function runTogether(submitted: readonly Submitted[]): Promise<(Refused | Applied)[]> {
  const [first] = submitted;
  if (!first) return [];
  return inCompanySql(first.batch.company.id, async (tx) => {
    const { outcomes, save, isFinal } = await decideConversions(
      tx,
      first.batch,
      submitted.map(({ request }) => request),
    );
    const saved = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.callId] : []));
    const saving = save();
    if (!isFinal) await saving;
    const [, views] = await Promise.all([saving, readCallViews(tx, saved)]);
    return outcomes.map((outcome) => withView(outcome, views));
  });
}

function withView(outcome: Outcome, views: ReadonlyMap<number, CallView>): Refused | Applied {
  if (!outcome.ok) return outcome;
  const call = views.get(outcome.callId);
  if (!call) throw new Error(`call ${outcome.callId} was locked and is gone`);
  return { ...outcome, call };
}
