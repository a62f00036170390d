import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/base/errors";
import { localMonth } from "@/lib/base/local-month";
import { isMonth, type Month, monthsLater, monthText } from "@/lib/base/month";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Books } from "./domain/closing";
import { type Bounds, readBounds } from "./sql/read-bounds";

/** The books and the months they span, `from` and `to` included. */
export type BooksNow = Books & { readonly from: Month; readonly to: Month };

export async function readBooks(tx: SqlTx, ctx: Pick<Context, "company" | "now">): Promise<BooksNow> {
  return booksOf(await readBounds(tx), localMonth(ctx.now(), ctx.company.timeZone));
}

function booksOf({ closedThrough, first, last }: Bounds, present: Month): BooksNow {
  const bounds = [present, first, last, closedThrough, closedThrough && monthsLater(closedThrough, 1)];
  const months = bounds.filter((month) => month !== null).sort();
  return { closedThrough, first, present, from: months[0] ?? present, to: months.at(-1) ?? present };
}

/** Throws `NotFound` if the books have no such month. */
export function requireMonth(month: string, { from, to }: BooksNow): void {
  if (isMonth(month) && month >= from && month <= to) return;
  throw new NotFound(
    `The ledger covers ${monthText(from)} to ${monthText(to)}. Choose one of these months, written as ${to}.`,
  );
}
