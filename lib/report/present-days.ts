import { daysBetween } from "@/lib/base/days-between";
import { formatMoney } from "@/lib/base/money";
import type { Company } from "@/lib/company/domain/company";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import type { BillingDay } from "./contract";
import type { DaySums } from "./sql/days-of-company";

type Shown = { readonly from: string; readonly to: string; readonly sees: Readonly<Record<OwnerType, boolean>> };

/** Every day of the period, with zeros for days without entries, plus later days that have entries. */
export function presentDays({ decimals }: Company, sums: readonly DaySums[], { from, to, sees }: Shown): BillingDay[] {
  const byDay = new Map(sums.map((sum) => [sum.day, sum]));
  const last = sums.at(-1)?.day ?? to;
  return daysBetween(from, last > to ? last : to).map((day) => {
    const { revenueMinor, payoutMinor } = byDay.get(day) ?? { revenueMinor: 0n, payoutMinor: 0n };
    const text = (minor: bigint) => formatMoney(minor, decimals);
    return {
      day,
      ...(sees.buyer && { revenue: text(revenueMinor) }),
      ...(sees.traffic_source && { payout: text(payoutMinor) }),
      ...(sees.buyer && sees.traffic_source && { margin: text(revenueMinor - payoutMinor) }),
    };
  });
}
