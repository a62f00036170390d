import { periodText } from "@/components/ui/period-text";
import type { Billing } from "@/lib/ledger/contract/billing";

type ClosedMonth = NonNullable<Billing["closed_month"]>;

export function closedMonthText({ month, booked_in }: ClosedMonth): string {
  return `${periodText(month)} is closed. Changes to this call are booked as corrections in ${periodText(booked_in)}.`;
}
