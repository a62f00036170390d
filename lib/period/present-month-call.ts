import type { Context } from "@/lib/access/context";
import { may } from "@/lib/access/domain/access";
import { formatMoney } from "@/lib/base/money";
import type { PeriodCall } from "./contract";
import type { MonthCall } from "./sql/list-month-calls";

export function presentMonthCall({ actor, company }: Pick<Context, "actor" | "company">, call: MonthCall): PeriodCall {
  const standing = (converted: boolean, minor: bigint) => formatMoney(converted ? minor : 0n, company.decimals);
  return {
    id: call.id,
    started_at: call.startedAt.toISOString(),
    buyer: call.buyer,
    ...(may(actor.access, "read", "call.details") && {
      caller: call.callerMasked,
      traffic_source: call.trafficSource,
    }),
    ...(may(actor.access, "read", "call.revenue") && { revenue: standing(call.buyerConverted, call.revenueMinor) }),
    ...(may(actor.access, "read", "call.payout") && { payout: standing(call.offerConverted, call.payoutMinor) }),
  };
}
