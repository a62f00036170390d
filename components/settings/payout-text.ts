import { moneyText } from "@/components/ui/money-text";
import type { Payout } from "@/lib/settings/contract/conversion-settings";

/** "USD 6.00", "60 % of the charge, at most USD 20.00" */
export function payoutText({ amount, percent, minimum, maximum }: Payout, currency: string): string {
  if (percent === null) return `${currency} ${moneyText(amount ?? "")}`;
  return [
    `${percent} % of the charge`,
    minimum !== null && `at least ${currency} ${moneyText(minimum)}`,
    maximum !== null && `at most ${currency} ${moneyText(maximum)}`,
  ]
    .filter(Boolean)
    .join(", ");
}
