import { moneyText } from "@/components/ui/money-text";
import type { BillingProfile } from "@/lib/billing-profile/contract";

export const CYCLE_CHOICES = [
  { value: "weekly", label: "Weekly, from Monday" },
  { value: "biweekly", label: "Every two weeks, from Monday" },
  { value: "monthly", label: "Monthly" },
] as const;

export const CREDIT_CHOICES = [
  { value: "none", label: "No limit" },
  { value: "prepaid", label: "Prepaid" },
  { value: "limit", label: "Limit" },
] as const;

/** "weekly, 14 days net, Sales tax 8.25 %" */
export function termsWords({ cycle, net_days, tax_lines, credit, hold_days, minimum_payment }: BillingProfile): string {
  return [
    cycle,
    `${net_days} days net`,
    ...tax_lines.map(({ name, percent }) => `${name} ${percent} %`),
    ...(credit.kind === "prepaid" ? ["prepaid"] : []),
    ...(credit.kind === "limit" ? [`credit up to ${moneyText(credit.amount)}`] : []),
    ...(hold_days > 0 ? [`held ${hold_days} days`] : []),
    ...(Number(minimum_payment) > 0 ? [`minimum payment ${moneyText(minimum_payment)}`] : []),
  ].join(", ");
}
