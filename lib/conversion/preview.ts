import type { Context } from "@/lib/access/context";
import { type PartyNames, readPartyNames } from "@/lib/party/sql/party-names";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { Batch } from "./batch";
import type { DryRunAnswer } from "./contract/preview";
import { applyCommands } from "./domain/apply-commands";
import type { BatchContext } from "./domain/context";
import { entriesOf, type LedgerOfCalls } from "./domain/entries";
import type { Plan } from "./domain/plan";
import type { ConversionRequest } from "./domain/request";
import { loadContext } from "./load-context";
import { type PreviewedPlan, presentPreview } from "./present-preview";
import { readLedgerOfCalls } from "./sql/read-ledger-of-calls";
import { withChangesSince } from "./stale-call";

/** Previews one request for its actor; nothing is saved. Throws what the request would throw. */
export async function preview(ctx: Context, request: ConversionRequest): Promise<DryRunAnswer> {
  const shown = await readInCompanySql(ctx.company.id, async (tx) => {
    const [previewed] = await previewEach(tx, ctx, [request]);
    if (!previewed) throw new Error("one request gave no preview");
    const [outcome] = previewed.plan.outcomes;
    if (!outcome) throw new Error("one request gave no outcome");
    return outcome.ok ? presentPreview(ctx, previewed, outcome, await namesOf(tx, [previewed])) : outcome.error;
  });
  if (shown instanceof Error) throw await withChangesSince(ctx, request, shown);
  return { status: 200, dry_run: true, changed: shown.changed, preview: shown };
}

/** Plans each request separately, from one snapshot and without locks, as a save would. `tx` must be a snapshot. */
export async function previewEach(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
): Promise<PreviewedPlan[]> {
  if (requests.length === 0) return [];
  const context = await loadContext(tx, batch, requests, { preview: true });
  const ledger = await readLedgerOfCalls(
    tx,
    context.calls.map(({ state }) => state),
  );
  return requests.map((request) => previewed(context, applyCommands(context, [request]), ledger));
}

/** Plans all requests together, as a batch would commit them. */
export async function previewTogether(
  tx: SqlTx,
  batch: Batch,
  requests: readonly ConversionRequest[],
): Promise<PreviewedPlan> {
  const context = await loadContext(tx, batch, requests, { preview: true });
  const ledger = await readLedgerOfCalls(
    tx,
    context.calls.map(({ state }) => state),
  );
  return previewed(context, applyCommands(context, requests), ledger);
}

function previewed(context: BatchContext, plan: Plan, ledger: LedgerOfCalls): PreviewedPlan {
  const moved = new Map(plan.movedStarts.map(({ callId, serviceDate }) => [callId, serviceDate]));
  return { context, plan, entries: entriesOf(plan.changes, ledger, moved) };
}

/** The names of all parties in these plans. */
export function namesOf(tx: SqlTx, plans: readonly PreviewedPlan[]): Promise<PartyNames> {
  const states = plans.flatMap(({ context, plan }) => [...context.calls.map(({ state }) => state), ...plan.states]);
  const ids = (side: "buyer" | "offer") => [...new Set(states.flatMap((state) => state[side].partyId ?? []))];
  return readPartyNames(tx, { buyerIds: ids("buyer"), sourceIds: ids("offer") });
}
