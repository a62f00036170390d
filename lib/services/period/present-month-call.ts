import { formatMoney } from "@/lib/base/money";
import type { PeriodCall } from "@/lib/contracts/periods";
import type { MonthCall } from "@/lib/db/period/list-month-calls";
import { may } from "@/lib/domain/access/access";
import type { Context } from "../context";

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
