import { env } from "@/lib/config/env";
import type { BillingHome, BillingQuery } from "@/lib/contracts/billing-home";
import { daysOfCompany } from "@/lib/db/accounts/days-of-company";
import { readPartySums, type Span } from "@/lib/db/accounts/party-sums";
import { pendingOfAccounts } from "@/lib/db/accounts/pending-of-accounts";
import { inCompany } from "@/lib/db/in-company";
import { dayBefore } from "@/lib/domain/accounts/days-between";
import { Invalid } from "@/lib/domain/errors";
import { nextRollupAt } from "@/lib/domain/ledger/next-rollup";
import { firstDayOf, lastDayOf, monthsLater } from "@/lib/domain/period/month";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { seesAccounts } from "./permit-account";
import { presentDays } from "./present-days";
import { presentGroup, presentTotals } from "./present-group";
import { todayOf } from "./today-of";

const PARTIES = 50;

/**
 * How the books stand: every party's balance, a month or a day against the one before, what is pending, and each day. From
 * balances alone. What somebody may not read is absent; throws `Forbidden` where that is all of it, and `Invalid`.
 */
export async function getBillingHome(ctx: Context, query: BillingQuery): Promise<BillingHome> {
  permit(ctx.actor, "read", "billing");
  const sees = { buyer: seesAccounts(ctx.actor, "buyer"), traffic_source: seesAccounts(ctx.actor, "traffic_source") };
  if (!sees.traffic_source) permit(ctx.actor, "read", "call.revenue");
  const today = todayOf(ctx);
  const { period, previous } = spansOf(query, today);
  const limit = query.per_page ?? PARTIES;
  const asked = {
    ...{ period, previous, limit: limit + 1, onlyMoved: query.day !== undefined },
    ...{ words: query.q?.replaceAll("\0", "").trim() ?? "", order: query.order ?? "balance" },
  };
  const { waiting, sums, days } = await inCompany(ctx.company.id, async (tx) => ({
    waiting: await pendingOfAccounts(tx),
    sums: {
      buyer: sees.buyer ? await readPartySums(tx, { ...asked, type: "buyer" }) : null,
      traffic_source: sees.traffic_source ? await readPartySums(tx, { ...asked, type: "traffic_source" }) : null,
    },
    days: await daysOfCompany(tx, { from: previous.from, to: period.to }),
  }));
  const { buyer, traffic_source } = sums;
  const shown = { from: previous.from, to: period.to < today ? period.to : today, sees };
  return {
    currency: ctx.company.currency,
    period,
    previous,
    totals: presentTotals(ctx.company, buyer?.total ?? null, traffic_source?.total ?? null),
    days: presentDays(ctx.company, days, shown),
    ...(buyer && { buyers: presentGroup(ctx.company, "buyer", buyer, waiting, limit) }),
    ...(traffic_source && {
      traffic_sources: presentGroup(ctx.company, "traffic_source", traffic_source, waiting, limit),
    }),
    next_rollup_at: nextRollupAt(ctx.now(), env().ROLLUP_EVERY_MINUTES).toISOString(),
  };
}

function spansOf({ month, day }: BillingQuery, today: string): { period: Span; previous: Span } {
  if (month !== undefined && day !== undefined) throw new Invalid({ day: "Name either a month or a day." });
  if (day !== undefined)
    return { period: { from: day, to: day }, previous: { from: dayBefore(day), to: dayBefore(day) } };
  const asked = month ?? today.slice(0, 7);
  return { period: daysOf(asked), previous: daysOf(monthsLater(asked, -1)) };
}

function daysOf(month: string): Span {
  return { from: firstDayOf(month), to: lastDayOf(month) };
}
