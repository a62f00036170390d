import { shortDayText } from "@/components/ui/day-text";
import { periodText } from "@/components/ui/period-text";
import type { BillingRow } from "./billing-rows";

/** What a correction reverses and why it is in a later month; null for other entries. */
export function correctionText(row: BillingRow, rows: readonly BillingRow[]): string | null {
  const { posted, offsets, closedMonth } = row;
  const other = offsets === null ? undefined : rows.find(({ key }) => key === offsets);
  const takesBack = other?.posted && `reverses the ${other.kind} of ${periodText(other.posted.period)}`;
  if (closedMonth) {
    const month = periodText(closedMonth.month);
    const what = takesBack ?? `call of ${month}`;
    return `${what}; ${month} is closed, to be booked in ${periodText(closedMonth.booked_in)}`;
  }
  if (!posted?.correction) return null;
  const what = takesBack ?? `call of ${shortDayText(posted.service_date)}`;
  const month = periodText(monthInPlace(posted, other?.posted ?? null));
  return `${what}; ${month} was closed, booked ${shortDayText(posted.booked_on)}`;
}

type Posted = NonNullable<BillingRow["posted"]>;

/** The month the entry would have if that month were open: the original's, or the call's. */
function monthInPlace(posted: Posted, takenBack: Posted | null): string {
  const isLater = takenBack !== null && takenBack.period < posted.period;
  return isLater ? takenBack.period : posted.service_date.slice(0, 7);
}
