import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { formatMoney } from "@/lib/base/money";
import type { Month } from "@/lib/base/month";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { PeriodWarning } from "./contract";
import type { MonthWarnings } from "./domain/frozen-preview";
import type { UnusualDay } from "./domain/unusual-days";
import { CALL_WARNINGS, type CallWarning } from "./domain/warning";
import { EXAMPLES, findWarnings } from "./find-warnings";
import { presentMonthCall } from "./present-month-call";
import { listMonthCalls } from "./sql/list-month-calls";
import type { OverCap } from "./sql/over-caps";
import { type VisibleWarning, visibleDays, visibleWarnings } from "./visible-warnings";

/** Current warnings of the month, each with a few examples. */
export async function previewWarnings(ctx: Context, month: Month): Promise<PeriodWarning[]> {
  const warnings = await findWarnings(ctx, month);
  const visible = visibleWarnings(ctx.actor.access, warnings);
  return readInCompanySql(ctx.company.id, (tx) =>
    Promise.all(
      visible.map(async (warning) => ({
        ...warning,
        ...(isOfCalls(warning) && { calls: await examplesOf(tx, ctx, month, warning.warning) }),
        ...(warning.warning === "over_cap" && {
          caps: warnings.overCapExamples.map((over) => presentOverCap(ctx, over)),
        }),
        ...(warning.warning === "unusual_days" && { days: presentDays(ctx, warnings.unusualDays) }),
      })),
    ),
  );
}

/** The warnings of a closed month at its closing. */
export function frozenWarnings(ctx: Context, warnings: MonthWarnings): PeriodWarning[] {
  return visibleWarnings(ctx.actor.access, warnings).map((visibleWarning) => ({
    ...visibleWarning,
    ...(visibleWarning.warning === "unusual_days" && { days: presentDays(ctx, warnings.unusualDays) }),
  }));
}

function isOfCalls(visibleWarning: VisibleWarning): visibleWarning is VisibleWarning & { warning: CallWarning } {
  return CALL_WARNINGS.some((warning) => warning === visibleWarning.warning);
}

async function examplesOf(tx: SqlTx, ctx: Context, month: Month, warning: CallWarning) {
  const { timeZone } = ctx.company;
  const calls = await listMonthCalls(tx, { month, timeZone, warning, day: null, after: null, limit: EXAMPLES });
  return calls.map((call) => presentMonthCall(ctx, call));
}

function presentOverCap({ actor, company }: Context, over: OverCap) {
  const { party, offerName, measure, span, windowStart } = over;
  const text = (amount: bigint) => (measure === "revenue" ? formatMoney(amount, company.decimals) : String(amount));
  const field = party.type === "buyer" ? "call.revenue" : "call.payout";
  const reads = measure !== "revenue" || may(actor.access, "read", field);
  return {
    party,
    offer: offerName,
    measure,
    span,
    window_start: windowStart.toISOString(),
    ...(reads && { used: text(over.used), limit: text(over.limit) }),
  };
}

function presentDays({ actor, company }: Context, days: readonly UnusualDay[]) {
  return visibleDays(actor.access, days).map(({ day, measure, value, usual }) => {
    const text = (figure: number) =>
      measure === "revenue" ? formatMoney(BigInt(Math.round(figure)), company.decimals) : String(figure);
    return { day, measure, value: text(value), usual: text(usual) };
  });
}
