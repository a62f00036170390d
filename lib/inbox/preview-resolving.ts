import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { formatMoney, parseMoney } from "@/lib/base/money";
import type { Preview } from "@/lib/conversion/contract/preview";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { type PreviewedPlan, presentPreview } from "@/lib/conversion/present-preview";
import { namesOf, previewTogether } from "@/lib/conversion/preview";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { ResolveDryRun, ResolveInbox } from "./contract";
import { type Asked, callIdOf, checked, outcomesOf, requestsAmong, requestsOf, sentenceOf } from "./resolve-items";

/** Previews resolving these items together, as one plan in their order. Nothing is saved. */
export async function previewResolving(ctx: Context, { action, ids, call }: ResolveInbox): Promise<ResolveDryRun> {
  permit(ctx.actor, "update", "calls");
  return readInCompanySql(ctx.company.id, async (tx) => {
    const callId = call === undefined ? undefined : await callIdOf(tx, call);
    const { asked, previewed } = await planned(tx, ctx, await requestsOf(tx, ctx, ids, { action, callId }));
    const outcomes = [...outcomesOf(asked, previewed.plan)];
    const rejected = outcomes.flatMap(([id, done]) => (done.ok ? [] : [{ id, problem: sentenceOf(done.error) }]));
    const held = outcomes.flatMap(([id, done]) => (done.ok && done.held ? [id] : []));
    return { status: 200, dry_run: true, ...(await joint(tx, ctx, previewed)), rejected, held };
  });
}

/** Leaves out items that this person may not resolve, as resolving does. */
async function planned(tx: SqlTx, ctx: Context, all: readonly Asked[]) {
  const plan = (requests: readonly ConversionRequest[]) => previewTogether(tx, ctx, requests);
  const previewed = await plan(requestsAmong(all));
  const asked = all.map((item) => checked(ctx, previewed.context, item));
  const allowed = requestsAmong(asked);
  return { asked, previewed: allowed.length < requestsAmong(all).length ? await plan(allowed) : previewed };
}

/** Joins the previews of one plan, one per call. */
async function joint(tx: SqlTx, ctx: Context, previewed: PreviewedPlan) {
  const names = await namesOf(tx, [previewed]);
  const outcomes = previewed.plan.outcomes.flatMap((outcome) => (outcome.ok ? [outcome] : []));
  const byCall = new Map(outcomes.map((outcome) => [outcome.callId, outcome]));
  const previews = [...byCall.values()].map((outcome) => presentPreview(ctx, previewed, outcome, names));
  const margin = sumOf(previews, ctx.company.decimals);
  return {
    entries: previews.flatMap(({ entries }) => entries),
    ...(margin !== null && { margin }),
    caps: previews[0]?.caps ?? [],
  };
}

/** Null if a margin is hidden, or there is none. */
function sumOf(previews: readonly Preview[], decimals: number): string | null {
  const minors = previews.map(({ margin = "" }) => {
    const minor = parseMoney(margin.replace(/^-/, ""), decimals);
    return margin.startsWith("-") && minor !== null ? -minor : minor;
  });
  const readable = minors.flatMap((minor) => minor ?? []);
  if (readable.length === 0 || readable.length < minors.length) return null;
  return formatMoney(
    readable.reduce((sum, minor) => sum + minor, 0n),
    decimals,
  );
}
