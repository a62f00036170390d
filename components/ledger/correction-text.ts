import { shortDayText } from "@/components/ui/day-text";
import { periodText } from "@/components/ui/period-text";
import type { BillingRow } from "./billing-rows";

/** What a correction corrects and why it stands, or will stand, in a later month; null for what is none. */
export function correctionText(row: BillingRow, rows: readonly BillingRow[]): string | null {
  const { posted, offsets, closedMonth } = row;
  const other = offsets === null ? undefined : rows.find(({ key }) => key === offsets);
  const takesBack = other?.posted && `takes back the ${other.kind} of ${periodText(other.posted.period)}`;
  if (closedMonth) {
    const month = periodText(closedMonth.month);
    const what = takesBack ?? `call of ${month}`;
    return `${what}; ${month} is closed, will be a correction in ${periodText(closedMonth.booked_in)}`;
  }
  if (!posted?.correction) return null;
  const what = takesBack ?? `call of ${shortDayText(posted.service_date)}`;
  const month = periodText(monthInPlace(posted, other?.posted ?? null));
  return `${what}; ${month} was closed, booked ${shortDayText(posted.booked_on)}`;
}

type Posted = NonNullable<BillingRow["posted"]>;

/** The month that the entry would stand in if it were open: that of what it takes back, or of the call. */
function monthInPlace(posted: Posted, takenBack: Posted | null): string {
  const isLater = takenBack !== null && takenBack.period < posted.period;
  return isLater ? takenBack.period : posted.service_date.slice(0, 7);
}
