import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { dayBefore } from "@/lib/base/days-between";
import { Invalid } from "@/lib/base/errors";
import { firstDayOf, lastDayOf, monthsLater } from "@/lib/base/month";
import { nextRollupAt } from "@/lib/ledger/domain/next-rollup";
import { seesAccounts } from "@/lib/ledger/permit-account";
import { pendingOfAccounts } from "@/lib/ledger/sql/pending-of-accounts";
import { todayOf } from "@/lib/ledger/today-of";
import { env } from "@/lib/platform/config/env";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { BillingHome, BillingQuery } from "./contract";
import { presentDays } from "./present-days";
import { presentGroup, presentTotals } from "./present-group";
import { daysOfCompany } from "./sql/days-of-company";
import { readPartySums, type Span } from "./sql/party-sums";

const PARTIES = 50;
const OWNER_TYPES = ["buyer", "traffic_source"] as const;

/**
 * The books at the end of a past month or day, or as of now in the current one: every party's balance, its change
 * compared to the previous period, pending amounts, and each day. Reads only balances. Fields that the reader may not
 * read are absent. Throws `Forbidden` if that is every field, or `Invalid`.
 */
export async function getBillingHome(ctx: Context, query: BillingQuery): Promise<BillingHome> {
  permit(ctx.actor, "read", "billing");
  const sees = { buyer: seesAccounts(ctx.actor, "buyer"), traffic_source: seesAccounts(ctx.actor, "traffic_source") };
  if (!sees.traffic_source) permit(ctx.actor, "read", "call.revenue");
  const today = todayOf(ctx);
  const { period, previous } = spansOf(query, today);
  const asOf = period.to < today ? period.to : null;
  const limit = query.per_page ?? PARTIES;
  const asked = {
    ...{ period, previous, asOf, limit: limit + 1, onlyMoved: query.day !== undefined },
    ...{ search: query.q?.replaceAll("\0", "").trim() ?? "", order: query.order ?? "balance" },
    types: OWNER_TYPES.filter((type) => sees[type]),
  };
  const { waiting, sums, days } = await readInCompany(ctx.company.id, async (tx) => ({
    waiting: await pendingOfAccounts(tx),
    sums: await readPartySums(tx, asked),
    days: await daysOfCompany(tx, { from: previous.from, to: period.to }),
  }));
  const buyers = sees.buyer ? sums("buyer") : null;
  const sources = sees.traffic_source ? sums("traffic_source") : null;
  const shown = { from: previous.from, to: asOf ?? today, sees };
  return {
    currency: ctx.company.currency,
    period,
    previous,
    as_of: asOf,
    totals: presentTotals(ctx.company, buyers?.total ?? null, sources?.total ?? null),
    days: presentDays(ctx.company, days, shown),
    ...(buyers && { buyers: presentGroup(ctx.company, "buyer", buyers, waiting, limit) }),
    ...(sources && { traffic_sources: presentGroup(ctx.company, "traffic_source", sources, waiting, limit) }),
    next_rollup_at: nextRollupAt(ctx.now(), env().ROLLUP_EVERY_MINUTES).toISOString(),
  };
}

function spansOf({ month, day }: BillingQuery, today: string): { period: Span; previous: Span } {
  if (month !== undefined && day !== undefined) throw new Invalid({ day: "Send either a month or a day." });
  if (day !== undefined)
    return { period: { from: day, to: day }, previous: { from: dayBefore(day), to: dayBefore(day) } };
  const asked = month ?? today.slice(0, 7);
  return { period: daysOf(asked), previous: daysOf(monthsLater(asked, -1)) };
}

function daysOf(month: string): Span {
  return { from: firstDayOf(month), to: lastDayOf(month) };
}
