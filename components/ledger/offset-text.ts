import { moneyText } from "@/components/ui/money-text";
import type { BillingRow } from "./billing-rows";

/** `shown` is short, beside the bracket; `spoken` is for screen readers. */
export function offsetText(row: BillingRow, rows: readonly BillingRow[]): { shown: string; spoken: string } | null {
  const other = rows.find(({ key }) => key === (row.offsets ?? row.offsetBy));
  if (!other) return null;
  const amount = other.amount === undefined ? "" : ` of ${moneyText(other.amount)}`;
  const state = other.posted ? `posted in rollup ${other.posted.rollup_id}` : "pending";
  if (row.offsets !== null) {
    return { shown: `offsets the ${other.kind} below`, spoken: `Offsets the ${other.kind}${amount}, ${state}.` };
  }
  return { shown: `offset by the ${other.kind} above`, spoken: `Offset by the ${other.kind}${amount}, ${state}.` };
}
