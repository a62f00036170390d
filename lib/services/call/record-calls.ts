import type { Call, NewCall } from "@/lib/contracts/calls";
import { type CallView, readCallViews } from "@/lib/db/calls/call-view";
import { fillCall, lockCallByExternalId } from "@/lib/db/calls/fill-call";
import { type CallRecord, insertCalls } from "@/lib/db/calls/insert-calls";
import { inCompany, type Tx } from "@/lib/db/in-company";
import { findKnownParties, type KnownParties } from "@/lib/db/parties/find-known-parties";
import { parseCaller } from "@/lib/domain/call/caller";
import { timeErrors, withDerivedSeconds } from "@/lib/domain/call/call-facts";
import { type DomainError, type FieldErrors, Invalid } from "@/lib/domain/errors";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { callerHash } from "./caller-hash";
import { presentCall } from "./present-call";

export type Recorded =
  | { readonly ok: false; readonly error: DomainError }
  | { readonly ok: true; readonly created: boolean; readonly call: Call };

type Draft = Omit<CallRecord, "offerId"> & {
  readonly offerId: number | null;
  readonly receivedAt: Date;
  /** What it lacks to be a new call; an update of a known one may lack it. */
  readonly missing: FieldErrors;
};
type Step = { readonly ok: false; readonly error: DomainError } | { readonly ok: true; created: boolean; id: number };

/**
 * Takes in calls from any source. The same `external_id` again fills what is empty of the call it names.
 * Answers stand in the order of the calls; one that is refused stops no other.
 */
export async function recordCalls(ctx: Context, calls: readonly NewCall[]): Promise<Recorded[]> {
  permit(ctx.actor, "update", "calls");
  return inCompany(ctx.company.id, async (tx) => {
    const known = await findKnownParties(tx, {
      offerIds: present(calls.map((call) => call.offer_id)),
      sourceIds: present(calls.map((call) => call.traffic_source_id)),
      buyerIds: present(calls.map((call) => call.buyer_id)),
    });
    const steps = await recordAll(
      tx,
      calls.map((call) => draftOf(ctx, call, known)),
    );
    const views = await readCallViews(
      tx,
      steps.flatMap((step) => (step.ok ? [step.id] : [])),
    );
    return steps.map((step) => answerOf(ctx, step, views));
  });
}

/** One call. Throws what `recordCalls` would answer as an error. */
export async function recordCall(
  ctx: Context,
  call: NewCall,
): Promise<{ readonly created: boolean; readonly call: Call }> {
  const [recorded] = await recordCalls(ctx, [call]);
  if (!recorded) throw new Error("one call in, no answer out");
  if (!recorded.ok) throw recorded.error;
  return recorded;
}

function answerOf(ctx: Context, step: Step, views: ReadonlyMap<number, CallView>): Recorded {
  if (!step.ok) return step;
  const view = views.get(step.id);
  if (!view) throw new Error(`call ${step.id} was recorded and is gone`);
  return { ok: true, created: step.created, call: presentCall(ctx, view) };
}

async function recordAll(tx: Tx, drafts: readonly (Draft | Invalid)[]): Promise<Step[]> {
  const insertable = drafts.filter(isInsertable);
  const ids = await insertCalls(
    tx,
    insertable.map((draft) => ({ ...draft, ...withDerivedSeconds(draft) })),
  );
  const newId = new Map(insertable.map((draft, position) => [draft as Draft, ids[position]]));
  const steps: Step[] = [];
  for (const draft of drafts) steps.push(await stepOf(tx, draft, newId));
  return steps;
}

function isInsertable(draft: Draft | Invalid): draft is Draft & { readonly offerId: number } {
  return !(draft instanceof Invalid) && Object.keys(draft.missing).length === 0;
}

async function stepOf(tx: Tx, draft: Draft | Invalid, newId: Map<Draft, number | null | undefined>): Promise<Step> {
  if (draft instanceof Invalid) return { ok: false, error: draft };
  const id = newId.get(draft);
  if (id != null) return { ok: true, created: true, id };
  const repeated = draft.externalId === null ? null : await repeat(tx, draft, draft.externalId);
  return repeated ?? { ok: false, error: new Invalid(draft.missing) };
}

async function repeat(tx: Tx, draft: Draft, externalId: string): Promise<Step | null> {
  const known = await lockCallByExternalId(tx, externalId);
  if (!known) return null;
  const times = withDerivedSeconds({
    startedAt: known.startedAt,
    answeredAt: known.answeredAt ?? draft.answeredAt,
    endedAt: known.endedAt ?? draft.endedAt,
    durationSeconds: known.durationSeconds ?? draft.durationSeconds,
    connectedSeconds: known.connectedSeconds ?? draft.connectedSeconds,
  });
  const errors = timeErrors(times, draft.receivedAt);
  if (Object.keys(errors).length > 0) return { ok: false, error: new Invalid(errors) };
  await fillCall(tx, known.id, { ...draft, ...times });
  return { ok: true, created: false, id: known.id };
}

function draftOf(ctx: Context, call: NewCall, known: KnownParties): Draft | Invalid {
  const caller = call.caller === undefined ? null : parseCaller(call.caller);
  const unknown = (id: number | undefined, ids: ReadonlySet<number>) => id !== undefined && !ids.has(id);
  const errors: FieldErrors = {
    ...(caller === undefined && {
      caller: "Write a phone number with its country code, such as +15550100, or anonymous.",
    }),
    ...(unknown(call.offer_id, known.offers) && { offer_id: `There is no offer ${call.offer_id} in this company.` }),
    ...(unknown(call.buyer_id, known.buyers) && { buyer_id: `There is no buyer ${call.buyer_id} in this company.` }),
    ...(unknown(call.traffic_source_id, known.sources) && {
      traffic_source_id: `There is no traffic source ${call.traffic_source_id} in this company.`,
    }),
  };
  if (Object.keys(errors).length > 0) return new Invalid(errors);
  const times = {
    startedAt: call.started_at ?? call.answered_at ?? ctx.now(),
    answeredAt: call.answered_at ?? null,
    endedAt: call.ended_at ?? null,
    durationSeconds: call.duration_seconds ?? null,
    connectedSeconds: call.connected_seconds ?? null,
  };
  return {
    ...times,
    receivedAt: ctx.now(),
    missing: {
      ...(call.offer_id === undefined && { offer_id: "Say which offer the call is for." }),
      ...timeErrors(times, ctx.now()),
    },
    externalId: call.external_id ?? null,
    caller: caller ?? null,
    callerHash: caller ? callerHash(ctx.company.id, caller) : null,
    offerId: call.offer_id ?? null,
    trafficSourceId: call.traffic_source_id ?? null,
    buyerId: call.buyer_id ?? null,
    tokens: call.tokens ?? {},
    recordingUrl: call.recording_url ?? null,
  };
}

function present(ids: readonly (number | undefined)[]): number[] {
  return ids.filter((id) => id !== undefined);
}
