import type { EvaluatedPast, EvaluatePast } from "@/lib/contracts/simulation";
import { inCompany, inCompanySql } from "@/lib/db/in-company";
import { findOwnerName, type Owner } from "@/lib/db/settings/lock-owner";
import { listPastCalls } from "@/lib/db/settings/past-calls";
import { may } from "@/lib/domain/access/access";
import { NotFound } from "@/lib/domain/errors";
import { formatMoney } from "@/lib/domain/ledger/money";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { evaluateCalls, foreseeEvaluation } from "../evaluation/evaluate-calls";

const DAY_MS = 86_400_000;
const CALLS_A_TRANSACTION = 500;

/**
 * Judges the calls of the last days again, each by the settings that are in force for its start: for versions that were
 * dated back. What somebody said or locked stays, and what would fall waits in the inbox. Cut off and asked again, it
 * ends as if it had run once. A preview tells what it would do, and does nothing.
 */
export async function evaluatePastCalls(
  ctx: Context,
  owner: Owner,
  { days, preview = false }: EvaluatePast,
): Promise<EvaluatedPast> {
  permit(ctx.actor, "update", "settings");
  permit(ctx.actor, "update", "calls");
  if ((await inCompany(ctx.company.id, (tx) => findOwnerName(tx, owner))) === null) throw new NotFound();
  const from = new Date(ctx.now().getTime() - days * DAY_MS);
  const evaluate = preview ? foreseeEvaluation : evaluateCalls;
  const total = { calls: 0, changed: 0, proposed: 0 };
  const gained = { revenue: 0n, payout: 0n };
  let after = 0;
  for (;;) {
    const ids = await inCompanySql(ctx.company.id, async (tx) => {
      const page = await listPastCalls(tx, owner, { from, after, limit: CALLS_A_TRANSACTION });
      const { changed, proposed, revenueMinor, payoutMinor } = await evaluate(tx, ctx, page);
      total.calls += page.length;
      total.changed += changed;
      total.proposed += proposed;
      gained.revenue += revenueMinor;
      gained.payout += payoutMinor;
      return page;
    });
    const last = ids.at(-1);
    if (last === undefined || ids.length < CALLS_A_TRANSACTION) return { status: 200, ...total, ...shown(ctx, gained) };
    after = last;
  }
}

function shown(
  { actor, company }: Context,
  { revenue, payout }: { readonly revenue: bigint; readonly payout: bigint },
) {
  const { currency, decimals } = company;
  return {
    currency,
    ...(may(actor.access, "read", "call.revenue") && { revenue: formatMoney(revenue, decimals) }),
    ...(may(actor.access, "read", "call.payout") && { payout: formatMoney(payout, decimals) }),
  };
}
