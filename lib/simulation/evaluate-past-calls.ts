import type { Context } from "@/lib/access/context";
import { AUTOMATIC } from "@/lib/access/domain/system-actor";
import { permit } from "@/lib/access/permit";
import { recordAudit } from "@/lib/audit/sql/record-audit";
import { NotFound } from "@/lib/base/errors";
import { convertIn, inLocks } from "@/lib/conversion/convert";
import { applyCommands } from "@/lib/conversion/domain/apply-commands";
import { PlannedBefore } from "@/lib/conversion/domain/planned-before";
import type { ConversionRequest } from "@/lib/conversion/domain/request";
import { loadContext } from "@/lib/conversion/load-context";
import { findOwnerName, type Owner } from "@/lib/party/sql/lock-owner";
import { inCompanySql, readInCompany, readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { EvaluatedPast, EvaluatePast } from "./contract";
import { EvaluatedTotals } from "./evaluated-totals";
import { listPastCalls, type PastCall, readInOrder } from "./sql/past-calls";

const DAY_MS = 86_400_000;
const CALLS_A_PLAN = 500;

/**
 * Evaluates the calls of the last days again, in order of start, by the settings in force at their start, which may be
 * backdated. Explicit and locked sides stay; conversions that no longer hold go to the inbox. Running it again after an
 * interruption gives the same result. A preview commits nothing.
 */
export async function evaluatePastCalls(
  ctx: Context,
  owner: Owner,
  { days, preview = false }: EvaluatePast,
): Promise<EvaluatedPast> {
  permit(ctx.actor, "update", "settings");
  permit(ctx.actor, "update", "calls");
  if ((await readInCompany(ctx.company.id, (tx) => findOwnerName(tx, owner))) === null) throw new NotFound();
  const pages = { owner, from: new Date(ctx.now().getTime() - days * DAY_MS) };
  const totals = new EvaluatedTotals();
  if (preview) await previewPages(ctx, pages, totals);
  else {
    await inCompanySql(ctx.company.id, (tx) =>
      recordAudit(tx, ctx, {
        action: "buyerId" in owner ? "buyer.calls_evaluated" : "offer.calls_evaluated",
        id: "buyerId" in owner ? owner.buyerId : owner.offerId,
        after: { days },
      }),
    );
    await commitPages(ctx, pages, totals);
  }
  return { status: 200, ...totals.shownTo(ctx) };
}

type Pages = { readonly owner: Owner; readonly from: Date };

/** One transaction per page: committed pages stay if the next one fails. */
async function commitPages(ctx: Context, pages: Pages, totals: EvaluatedTotals): Promise<void> {
  let after: PastCall | null = null;
  do {
    const start: PastCall | null = after;
    const page = await readInCompanySql(ctx.company.id, (tx) => listPage(tx, pages, start));
    totals.add(await inLocks(ctx, (tx) => convertIn(tx, ctx, page.map(evaluateRequest))));
    after = endOf(page);
  } while (after !== null);
}

/** The same pages from one snapshot: each plan sees what the earlier plans would have written. */
async function previewPages(ctx: Context, pages: Pages, totals: EvaluatedTotals): Promise<void> {
  await readInCompanySql(ctx.company.id, async (tx) => {
    const before = new PlannedBefore();
    let after: PastCall | null = null;
    do {
      const page: PastCall[] = await listPage(tx, pages, after);
      const requests = page.map(evaluateRequest);
      const context = before.seenBy(await loadContext(tx, ctx, requests, { preview: true }));
      const plan = applyCommands(context, requests);
      before.add(context, plan);
      totals.add(plan);
      after = endOf(page);
    } while (after !== null);
  });
}

async function listPage(tx: SqlTx, { owner, from }: Pages, after: PastCall | null): Promise<PastCall[]> {
  await readInOrder(tx);
  return listPastCalls(tx, owner, { from, after, limit: CALLS_A_PLAN });
}

/** Null after the last page. */
function endOf(page: readonly PastCall[]): PastCall | null {
  return page.length < CALLS_A_PLAN ? null : (page.at(-1) ?? null);
}

function evaluateRequest({ id }: PastCall): ConversionRequest {
  return { call: { id }, actor: AUTOMATIC, command: { kind: "evaluate" } };
}
