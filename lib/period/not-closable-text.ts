import type { Context } from "@/lib/access/context";
import { localTimeText } from "@/lib/base/local-time-text";
import { dayText, lastDayOf, type Month, monthText } from "@/lib/base/month";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { NotClosable } from "./domain/closing";
import { closerOf } from "./present-period";
import type { BooksNow } from "./read-books";
import { readPeriods } from "./sql/read-periods";

/** Why a month cannot be closed now, and what to do. */
export async function notClosableText(
  tx: SqlTx,
  { company }: Pick<Context, "company">,
  month: Month,
  why: NotClosable,
  { closedThrough }: BooksNow,
): Promise<string> {
  const name = monthText(month);
  switch (why.reason) {
    case "closed": {
      const [closed] = await readPeriods(tx, month, closedThrough ?? month);
      if (!closed) return `${name} was closed.`;
      const by = `by ${closerOf(closed)} on ${localTimeText(closed.closedAt, company.timeZone)}`;
      return closed.month === month
        ? `${name} was closed ${by}.`
        : `${name} was closed with ${monthText(closed.month)} ${by}.`;
    }
    case "not_ended":
      return `${name} hasn’t ended. You can close it after ${dayText(lastDayOf(month))} in ${company.timeZone}.`;
    case "nothing_booked":
      return "There are no entries yet. The first month with an entry is the first to close.";
    case "before_the_books":
      return `There are no entries in ${name} or earlier. ${monthText(why.first)} is the first month to close.`;
    case "not_the_oldest":
      return `Months close in order. Close ${monthText(why.oldest)} first.`;
  }
}
