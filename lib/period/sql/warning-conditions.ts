import type { Day } from "@/lib/base/day";
import { firstDayOf, type Month, monthsLater } from "@/lib/base/month";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallWarning } from "../domain/warning";

/** Condition on a call `c`: it started in the month, in the company's time zone. */
export function ofMonth(tx: SqlTx, month: Month, timeZone: string): Prisma.Sql {
  return Prisma.sql`c.company_id = ${tx.company}
    and ${ofDays(firstDayOf(month), firstDayOf(monthsLater(month, 1)), timeZone)}`;
}

/** Condition on a call `c`: it started from one day up to but not including another. */
export function ofDays(from: Day, until: Day, timeZone: string): Prisma.Sql {
  return Prisma.sql`c.started_at >= ${from}::timestamp at time zone ${timeZone}
    and c.started_at < ${until}::timestamp at time zone ${timeZone}`;
}

/** Conditions for calls `c` that are legal but unusual. */
export const WARNING_CONDITIONS: Readonly<Record<Exclude<CallWarning, "open_inbox">, Prisma.Sql>> = {
  converted_at_zero: Prisma.sql`(c.buyer_converted and c.revenue_minor = 0)`,
  payout_without_revenue: Prisma.sql`(c.offer_converted and c.payout_minor > 0
    and not (c.buyer_converted and c.revenue_minor > 0))`,
  payout_above_revenue: Prisma.sql`(c.offer_converted and c.buyer_converted and c.revenue_minor > 0
    and c.payout_minor > c.revenue_minor)`,
};
