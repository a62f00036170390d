import { type Access, type Area, may } from "@/lib/access/domain/access";
import type { MonthWarnings } from "./domain/frozen-preview";
import type { UnusualDay } from "./domain/unusual-days";
import { WARNINGS, type Warning } from "./domain/warning";

/** The permissions that a warning needs, because it reveals something about amounts. */
export const WARNING_READS: Readonly<Record<Warning, readonly Area[]>> = {
  converted_at_zero: ["call.revenue"],
  payout_without_revenue: ["call.revenue", "call.payout"],
  payout_above_revenue: ["call.revenue", "call.payout"],
  over_cap: [],
  open_inbox: [],
  unusual_days: [],
};

export type VisibleWarning = { readonly warning: Warning; readonly count: number };

/** The warnings that this reader may see, in screen order. */
export function visibleWarnings(access: Access, { calls, overCaps, unusualDays }: MonthWarnings): VisibleWarning[] {
  const counts: Readonly<Record<Warning, number>> = {
    ...calls,
    over_cap: overCaps,
    unusual_days: visibleDays(access, unusualDays).length,
  };
  return WARNINGS.filter((warning) => counts[warning] > 0 && maySee(access, warning)).map((warning) => ({
    warning,
    count: counts[warning],
  }));
}

function maySee(access: Access, warning: Warning): boolean {
  return WARNING_READS[warning].every((area) => may(access, "read", area));
}

export function visibleDays(access: Access, days: readonly UnusualDay[]): UnusualDay[] {
  return days.filter(({ measure }) => measure !== "revenue" || may(access, "read", "call.revenue"));
}
