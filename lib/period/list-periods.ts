import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid } from "@/lib/base/errors";
import { isMonth, monthsBetween, monthsLater } from "@/lib/base/month";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { Period } from "./contract";
import { presentPeriod } from "./present-period";
import { readBooks } from "./read-books";
import { readPeriods } from "./sql/read-periods";
import { readTotals } from "./sql/read-totals";

const MONTHS_A_PAGE = 60;

export type PeriodPage = { readonly periods: Period[]; readonly next_cursor: string | null };

/** All months of the books with their totals, newest first. The cursor is the last month of the previous page. */
export function listPeriods(
  ctx: Context,
  query: { readonly cursor?: string | undefined; readonly per_page?: number | undefined } = {},
): Promise<PeriodPage> {
  permit(ctx.actor, "read", "billing");
  const { cursor, per_page = MONTHS_A_PAGE } = query;
  if (cursor !== undefined && !isMonth(cursor)) {
    throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  }
  return readInCompanySql(ctx.company.id, async (tx) => {
    const books = await readBooks(tx, ctx);
    const last = cursor === undefined || cursor > books.to ? books.to : monthsLater(cursor, -1);
    const earliest = monthsLater(last, 1 - per_page);
    const first = earliest > books.from ? earliest : books.from;
    const [totals, closed] = await Promise.all([readTotals(tx, first, last), readPeriods(tx, first, last)]);
    const closings = new Map(closed.map((period) => [period.month, period]));
    const periods = monthsBetween(first, last).map((month) =>
      presentPeriod(ctx, month, books, totals.get(month) ?? [], closings.get(month)),
    );
    return { periods: periods.reverse(), next_cursor: first > books.from ? first : null };
  });
}
