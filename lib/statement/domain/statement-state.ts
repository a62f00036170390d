import type { Day } from "@/lib/base/day";

export const STATEMENT_STATES = ["due", "overdue", "paid", "nothing_to_pay"] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

/**
 * The state depends on what the statement bills itself; earlier open amounts belong to earlier statements. With a
 * credit balance nothing is left to pay.
 */
export function stateOf(
  {
    billedMinor,
    closingMinor,
    allocatedMinor,
    dueOn,
  }: Record<"billedMinor" | "closingMinor" | "allocatedMinor", bigint> & { readonly dueOn: Day },
  today: Day,
): StatementState {
  if (billedMinor > 0n && allocatedMinor >= billedMinor) return "paid";
  if (billedMinor <= 0n || closingMinor <= 0n) return "nothing_to_pay";
  return dueOn < today ? "overdue" : "due";
}
