import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { formatMoney } from "@/lib/base/money";
import { monthsLater } from "@/lib/base/month";
import type { CallRef } from "@/lib/call/domain/call-ref";
import { findCallId } from "@/lib/call/sql/find-call";
import type { Billing } from "@/lib/ledger/contract/billing";
import { nextRollupAt } from "@/lib/ledger/domain/next-rollup";
import { type EntryView, type PendingView, readEntries, readPending } from "@/lib/ledger/sql/call-billing";
import { type MonthOfCall, readMonthOfCall } from "@/lib/ledger/sql/month-of-call";
import { env } from "@/lib/platform/config/env";
import { readInCompanySql } from "@/lib/platform/sql/in-company";

/**
 * The billing panel of a call: pending, posted, and the net. Amounts only for readers who may see them. Throws
 * `Forbidden` or `NotFound`.
 */
export async function getBilling(ctx: Context, ref: CallRef): Promise<Billing> {
  permit(ctx.actor, "read", "calls");
  const { pending, entries, callId, month } = await readInCompanySql(ctx.company.id, async (tx) => {
    const callId = await findCallId(tx, ref);
    if (callId === null) throw new NotFound();
    const [pending, entries, month] = await Promise.all([
      readPending(tx, callId),
      readEntries(tx, callId),
      readMonthOfCall(tx, callId, ctx.company.timeZone),
    ]);
    return { callId, pending, entries, month };
  });
  return {
    currency: ctx.company.currency,
    pending: pending.map((view) => ({
      kind: view.kind,
      ...amountOf(ctx, view),
      party: view.party,
      change_version: view.version,
      offsets_version: view.offsetsVersion,
    })),
    entries: entries.map((view) => presentEntry(ctx, callId, view)),
    ...(readsAllMoney(ctx) && { totals: totals(ctx, entries) }),
    closed_month: closedMonth(month),
    next_rollup_at: nextRollupAt(ctx.now(), env().ROLLUP_EVERY_MINUTES).toISOString(),
  };
}

/**
 * Any later change to a call of a closed month is booked in the oldest open month, including offsets of corrections.
 */
function closedMonth(of: MonthOfCall | null): Billing["closed_month"] {
  if (!of || of.closedThrough === null || of.month > of.closedThrough) return null;
  return { month: of.month, booked_in: monthsLater(of.closedThrough, 1) };
}

function presentEntry(ctx: Context, callId: number, view: EntryView) {
  const idOf = (version: number, kind: string) => `call-${callId}-${version}-${kind}`;
  return {
    id: idOf(view.version, view.kind),
    kind: view.kind,
    ...amountOf(ctx, view),
    party: view.party,
    ...(may(ctx.actor.access, "read", "billing") && {
      debit_account: view.debitAccount,
      credit_account: view.creditAccount,
      statement_number: view.statementNumber,
    }),
    offsets_entry_id:
      view.offsetsVersion === null || view.offsetsKind === null ? null : idOf(view.offsetsVersion, view.offsetsKind),
    correction: view.correction,
    service_date: view.serviceDate,
    booked_on: view.bookedOn,
    change_version: view.version,
    rollup_id: view.rollupNumber,
    period: view.period,
    posted_at: view.postedAt.toISOString(),
  };
}

/** A ledger amount is also revenue or payout of the call, so it needs both permissions. */
function amountOf({ actor, company }: Context, { party, amountMinor }: PendingView): { amount?: string } {
  const field = party.type === "buyer" ? "call.revenue" : "call.payout";
  if (!may(actor.access, "read", "billing") || !may(actor.access, "read", field)) return {};
  return { amount: formatMoney(amountMinor, company.decimals) };
}

function readsAllMoney({ actor }: Context): boolean {
  return (["billing", "call.revenue", "call.payout"] as const).every((area) => may(actor.access, "read", area));
}

function totals({ company }: Context, entries: readonly EntryView[]) {
  const sum = (kind: string) =>
    entries.filter((entry) => entry.kind === kind).reduce((total, entry) => total + entry.amountMinor, 0n);
  const [charged, credited, payouts, clawbacks] = [sum("charge"), sum("credit"), sum("payout"), sum("clawback")];
  const text = (minor: bigint) => formatMoney(minor, company.decimals);
  return {
    charged: text(charged),
    credited: text(credited),
    payouts: text(payouts),
    clawbacks: text(clawbacks),
    net_revenue: text(charged - credited),
    net_payout: text(payouts - clawbacks),
  };
}
