import type { Call, NewCall } from "@/lib/contracts/calls";
import { type CallView, readCallViews } from "@/lib/db/calls/call-view";
import { inCompany } from "@/lib/db/in-company";
import { findKnownParties } from "@/lib/db/parties/find-known-parties";
import type { DomainError } from "@/lib/domain/errors";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { draftOf } from "./call-draft";
import { presentCall } from "./present-call";
import { type TakenIn, takeIn } from "./take-in";

export type Recorded =
  | { readonly ok: false; readonly error: DomainError }
  | { readonly ok: true; readonly created: boolean; readonly call: Call };

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
    const drafts = calls.map((call) => draftOf(ctx, call, known));
    const taken = await takeIn(tx, ctx, drafts);
    const views = await readCallViews(
      tx,
      taken.flatMap((each) => (each.ok ? [each.id] : [])),
    );
    return taken.map((each) => answerOf(ctx, each, views));
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

function answerOf(ctx: Context, taken: TakenIn, views: ReadonlyMap<number, CallView>): Recorded {
  if (!taken.ok) return taken;
  const view = views.get(taken.id);
  if (!view) throw new Error(`call ${taken.id} was recorded and is gone`);
  return { ok: true, created: taken.created, call: presentCall(ctx, view) };
}

function present(ids: readonly (number | undefined)[]): number[] {
  return ids.filter((id) => id !== undefined);
}
