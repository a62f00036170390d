import { shortDayText } from "@/components/ui/day-text";
import { moneyText } from "@/components/ui/money-text";
import type { BillingDay } from "@/lib/report/contract";

/** "23 Nov 2026: revenue 30.00, payout 18.00, margin 12.00 USD" */
export function dayFigures({ day, revenue, payout, margin }: BillingDay, currency: string): string {
  const figures = Object.entries({ revenue, payout, margin }).flatMap(([name, amount]) =>
    amount === undefined ? [] : [`${name} ${moneyText(amount)}`],
  );
  return `${shortDayText(day)}: ${figures.join(", ")} ${currency}`;
}
