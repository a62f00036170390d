import type { BillingRow } from "./billing-rows";
import { shortDayText } from "./day-text";
import { periodText } from "./period-text";

/** What a correction corrects and why it stands in a later month; null for what is none. */
export function correctionText({ posted, offsets }: BillingRow, rows: readonly BillingRow[]): string | null {
  if (!posted?.correction) return null;
  const other = offsets === null ? undefined : rows.find(({ key }) => key === offsets);
  const what = other?.posted
    ? `takes back the ${other.kind} of ${periodText(other.posted.period)}`
    : `call of ${shortDayText(posted.service_date)}`;
  return `${what}; ${periodText(closedMonth(posted, other?.posted ?? null))} was closed, booked ${shortDayText(posted.booked_on)}`;
}

type Posted = NonNullable<BillingRow["posted"]>;

/** The month that the entry would stand in if it were open: that of what it takes back, or of the call. */
function closedMonth(posted: Posted, takenBack: Posted | null): string {
  const isLater = takenBack !== null && takenBack.period < posted.period;
  return isLater ? takenBack.period : posted.service_date.slice(0, 7);
}
