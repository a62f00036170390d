import { env } from "@/lib/config/env";
import type { BillingHome, BillingQuery, PartyGroup } from "@/lib/contracts/billing-home";
import { daysOfCompany } from "@/lib/db/accounts/days-of-company";
import { type PartySums, readPartySums, type Span, type Sums } from "@/lib/db/accounts/party-sums";
import { type PendingSum, pendingOfAccounts } from "@/lib/db/accounts/pending-of-accounts";
import { inCompany } from "@/lib/db/in-company";
import type { OwnerType } from "@/lib/domain/accounts/account-owner";
import { dayBefore } from "@/lib/domain/accounts/days-between";
import { localDay } from "@/lib/domain/accounts/local-day";
import { Invalid } from "@/lib/domain/errors";
import { formatMoney } from "@/lib/domain/ledger/money";
import { nextRollupAt } from "@/lib/domain/ledger/next-rollup";
import { firstDayOf, lastDayOf, monthsLater } from "@/lib/domain/period/month";
import { permit } from "../access/permit";
import type { Context } from "../context";
import { pendingNet } from "./pending-net";
import { seesAccounts } from "./permit-account";
import { presentDays } from "./present-days";

const PARTIES = 50;

/**
 * How the books stand: every party's balance, a month or a day against the one before, what is pending, and each day. From
 * balances alone. What somebody may not read is absent; throws `Forbidden` where that is all of it, and `Invalid`.
 */
export async function getBillingHome(ctx: Context, query: BillingQuery): Promise<BillingHome> {
  permit(ctx.actor, "read", "billing");
  const sees = { buyer: seesAccounts(ctx.actor, "buyer"), traffic_source: seesAccounts(ctx.actor, "traffic_source") };
  if (!sees.traffic_source) permit(ctx.actor, "read", "call.revenue");
  const today = localDay(ctx.now(), ctx.company.timeZone);
  const { period, previous } = spansOf(query, today);
  const limit = query.per_page ?? PARTIES;
  const asked = {
    ...{ period, previous, limit: limit + 1, onlyMoved: query.day !== undefined },
    ...{ words: query.q?.replaceAll("\0", "").trim() ?? "", order: query.order ?? "balance" },
  };
  return inCompany(ctx.company.id, async (tx) => {
    const waiting = await pendingOfAccounts(tx);
    const group = async (type: OwnerType) =>
      presentGroup(ctx, type, await readPartySums(tx, { ...asked, type }), waiting, limit);
    return {
      currency: ctx.company.currency,
      period,
      previous,
      days: presentDays(ctx.company, await daysOfCompany(tx, { from: previous.from, to: period.to }), {
        from: previous.from,
        to: period.to < today ? period.to : today,
        sees,
      }),
      ...(sees.buyer && { buyers: await group("buyer") }),
      ...(sees.traffic_source && { traffic_sources: await group("traffic_source") }),
      next_rollup_at: nextRollupAt(ctx.now(), env().ROLLUP_EVERY_MINUTES).toISOString(),
    };
  });
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

function presentGroup(
  { company }: Context,
  type: OwnerType,
  { total, parties }: PartySums,
  waiting: readonly PendingSum[],
  limit: number,
): PartyGroup {
  const text = (minor: bigint) => formatMoney(minor, company.decimals);
  const present = (sums: Sums, own: readonly PendingSum[]) => {
    const { net, count } = pendingNet(own, type);
    return {
      balance: text(sums.balanceMinor),
      period: text(sums.periodMinor),
      previous: text(sums.previousMinor),
      entries: sums.entries,
      pending: { amount: text(net), entries: count },
    };
  };
  const byAccount = new Map<number, PendingSum[]>();
  for (const sum of waiting) byAccount.set(sum.accountId, [...(byAccount.get(sum.accountId) ?? []), sum]);
  return {
    ...present(total, waiting),
    count: total.parties,
    parties: parties.slice(0, limit).map((sums) => ({
      party: { type, id: sums.id, name: sums.name },
      ...present(sums, byAccount.get(sums.accountId) ?? []),
    })),
    more: parties.length > limit,
  };
}
