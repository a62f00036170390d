import type { Context } from "@/lib/access/context";
import { type Access, type Area, may } from "@/lib/access/domain/access";
import { formatMoney } from "@/lib/base/money";
import type { KindTotal as PresentedKind } from "./contract";
import type { KindTotal, MonthTotals } from "./domain/totals";

type Sums = { entries: number; revenue?: string; payout?: string; margin?: string };

/** Totals of a month; amounts for readers who may see them. */
export function presentSums({ actor, company }: Pick<Context, "actor" | "company">, totals: MonthTotals): Sums {
  const text = (minor: bigint) => formatMoney(minor, company.decimals);
  const { entries, revenueMinor, payoutMinor } = totals;
  const [revenue, payout] = [readsAll(actor.access, ["call.revenue"]), readsAll(actor.access, ["call.payout"])];
  return {
    entries,
    ...(revenue && { revenue: text(revenueMinor) }),
    ...(payout && { payout: text(payoutMinor) }),
    ...(revenue && payout && { margin: text(revenueMinor - payoutMinor) }),
  };
}

export function presentKinds(
  { actor, company }: Pick<Context, "actor" | "company">,
  kinds: readonly KindTotal[],
): PresentedKind[] {
  return kinds.map(({ account, kind, entries, debitMinor, creditMinor }) => ({
    account,
    kind,
    entries,
    ...(readsAll(actor.access, AREAS[account] ?? BOTH) && {
      debit: formatMoney(debitMinor, company.decimals),
      credit: formatMoney(creditMinor, company.decimals),
    }),
  }));
}

/** Accounts of both buyers and traffic sources need both permissions. */
const BOTH: readonly Area[] = ["call.revenue", "call.payout"];
const AREAS: Readonly<Record<string, readonly Area[]>> = { revenue: ["call.revenue"], traffic_cost: ["call.payout"] };

function readsAll(access: Access, areas: readonly Area[]): boolean {
  return areas.every((area) => may(access, "read", area));
}
