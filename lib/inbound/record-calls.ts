import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { type DomainError, Invalid } from "@/lib/base/errors";
import type { Call, NewCall } from "@/lib/call/contract/call";
import { presentCall } from "@/lib/call/present-call";
import { type CallView, readCallViews } from "@/lib/call/sql/call-view";
import { inLocks } from "@/lib/conversion/convert";
import { findExistingParties } from "@/lib/party/sql/find-existing-parties";
import { type CallDraft, draftOf } from "./call-draft";
import { type Upserted, upsertCalls } from "./upsert-calls";

export type Recorded =
  | { readonly ok: false; readonly error: DomainError }
  | { readonly ok: true; readonly created: boolean; readonly call: Call };

/**
 * Records calls from the API. A known `external_id` fills empty fields of its call. Results have the order of `calls`;
 * a rejected call does not stop the others.
 */
export async function recordCalls(ctx: Context, calls: readonly NewCall[]): Promise<Recorded[]> {
  permit(ctx.actor, "update", "calls");
  return inLocks(ctx, async (tx) => {
    const parties = await findExistingParties(tx, {
      offerIds: defined(calls.map((call) => call.offer_id)),
      trafficSourceIds: defined(calls.map((call) => call.traffic_source_id)),
      buyerIds: defined(calls.map((call) => call.buyer_id)),
    });
    const drafts = calls.map((call) => draftOf(ctx, call, parties));
    const upserted = await upsertCalls(
      tx,
      ctx,
      drafts.flatMap((draft) => (draft instanceof Invalid ? [] : [draft.upsert])),
    );
    const views = await readCallViews(
      tx,
      upserted.flatMap((result) => (result?.outcome.ok ? [result.outcome.callId] : [])),
    );
    return drafts.map((draft) =>
      draft instanceof Invalid ? { ok: false, error: draft } : recordedOf(ctx, draft, upserted.shift() ?? null, views),
    );
  });
}

/** Records one call. Throws what `recordCalls` returns as an error. */
export async function recordCall(
  ctx: Context,
  call: NewCall,
): Promise<{ readonly created: boolean; readonly call: Call }> {
  const [recorded] = await recordCalls(ctx, [call]);
  if (!recorded) throw new Error("one call gave no answer");
  if (!recorded.ok) throw recorded.error;
  return recorded;
}

function recordedOf(
  ctx: Context,
  { missing }: CallDraft,
  upserted: Upserted | null,
  views: ReadonlyMap<number, CallView>,
): Recorded {
  if (!upserted) return { ok: false, error: new Invalid(missing) };
  const { created, outcome } = upserted;
  if (!outcome.ok) return outcome;
  const view = views.get(outcome.callId);
  if (!view) throw new Error(`call ${outcome.callId} was recorded but cannot be found`);
  return { ok: true, created, call: presentCall(ctx, view) };
}

function defined(ids: readonly (number | undefined)[]): number[] {
  return ids.filter((id) => id !== undefined);
}
