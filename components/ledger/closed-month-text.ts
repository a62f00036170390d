import { periodText } from "@/components/ui/period-text";
import type { Billing } from "@/lib/ledger/contract/billing";

type ClosedMonth = NonNullable<Billing["closed_month"]>;

/** "Oct 2026 is closed: this is booked as a correction in Nov 2026." `what` is what a change of the call posts. */
export function closedMonthText({ month, booked_in }: ClosedMonth, what: string): string {
  return `${periodText(month)} is closed: ${what} is booked as a correction in ${periodText(booked_in)}.`;
}
