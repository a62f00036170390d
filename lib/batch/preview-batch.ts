import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { formatMoney } from "@/lib/base/money";
import { AMOUNT } from "@/lib/call/domain/pricing-tokens";
import type { PreviewedEntry } from "@/lib/conversion/domain/entries";
import { FLAG } from "@/lib/conversion/domain/permissions";
import { capsOf, type PreviewedPlan } from "@/lib/conversion/present-preview";
import { previewTogether } from "@/lib/conversion/preview";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { BatchTotals, BulkPreview, BulkRequest } from "./contract";
import { countsOf, problemResult } from "./convert-items";
import { readItem } from "./read-item";

/** What `updateCalls` would commit and the next rollup post. Nothing is saved. */
export async function previewUpdates(ctx: Context, { updates }: BulkRequest): Promise<BulkPreview> {
  const items = updates.map((update) => readItem(ctx, update));
  const requests = items.flatMap((item) => (item.ok ? [item.request] : []));
  const previewed = await readInCompanySql(ctx.company.id, (tx) => previewTogether(tx, ctx, requests));
  const outcomes = [...previewed.plan.outcomes];
  const results = items.map((item): BulkPreview["results"][number] => {
    const outcome = item.ok ? outcomes.shift() : item;
    if (!outcome?.ok) return problemResult(ctx, outcome?.error ?? new Error("an update gave no outcome"));
    const { callId, changed, held } = outcome as Extract<typeof outcome, { callId: number }>;
    return { status: 200, changed, ...(held.length > 0 && { held: true as const }), call_id: callId };
  });
  return { status: 207, dry_run: true, results, totals: totalsOf(ctx, previewed, countsOf(results)) };
}

/** The entries by kind, month and correction, as far as the reader may see them. */
export function totalsOf(
  ctx: Context,
  { context, plan, entries }: PreviewedPlan,
  { changed, held, rejected }: Pick<BatchTotals, "changed" | "held" | "rejected">,
): BatchTotals {
  const { access } = ctx.actor;
  const groups = new Map<string, PreviewedEntry[]>();
  for (const entry of entries) {
    if (!may(access, "read", FLAG[entry.side])) continue;
    const key = `${entry.bookedOn.slice(0, 7)} ${entry.kind} ${entry.correction}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const sums = [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const minor = others.reduce((sum, { amountMinor }) => sum + amountMinor, first.amountMinor);
    return {
      kind: first.kind,
      period: first.bookedOn.slice(0, 7),
      correction: first.correction,
      count: others.length + 1,
      ...(may(access, "read", AMOUNT[first.side]) && { amount: formatMoney(minor, ctx.company.decimals) }),
    };
  });
  return {
    changed,
    held,
    rejected,
    currency: ctx.company.currency,
    entries: sums,
    caps: capsOf(ctx, context, plan.capUse),
  };
}
