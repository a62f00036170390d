import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { firstDayOf, type Month, monthsLater } from "@/lib/base/month";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { PeriodDetail } from "./contract";
import { oldestOpenMonth, whyNotClosable } from "./domain/closing";
import { type FrozenPreview, thawTotals, thawWarnings } from "./domain/frozen-preview";
import { notClosableText } from "./not-closable-text";
import { presentPeriod } from "./present-period";
import { presentKinds, presentSums } from "./present-totals";
import { frozenWarnings, previewWarnings } from "./present-warnings";
import { readBooks, requireMonth } from "./read-books";
import { countWaiting } from "./sql/count-waiting";
import { countCorrections } from "./sql/list-corrections";
import { readPeriods } from "./sql/read-periods";
import { readTotals } from "./sql/read-totals";

/**
 * A month of the books: booked totals, pending amounts, and warnings. A closed month also has its frozen preview.
 * Throws `Forbidden`, or `NotFound` if the books have no such month.
 */
export async function getPeriod(ctx: Context, month: Month): Promise<PeriodDetail> {
  permit(ctx.actor, "read", "billing");
  const { frozen, ...read } = await readInCompanySql(ctx.company.id, async (tx) => {
    const books = await readBooks(tx, ctx);
    requireMonth(month, books);
    const oldest = oldestOpenMonth(books) === month;
    const [totals, [closed], waiting, corrections] = await Promise.all([
      readTotals(tx, month, month),
      readPeriods(tx, month, month),
      countWaiting(tx, oldest ? null : firstDayOf(month), firstDayOf(monthsLater(month, 1))),
      countCorrections(tx, month),
    ]);
    const kinds = totals.get(month) ?? [];
    const why = whyNotClosable(month, books);
    return {
      ...presentPeriod(ctx, month, books, kinds, closed),
      currency: ctx.company.currency,
      kinds: presentKinds(ctx, kinds),
      // Pending changes of a closed month become corrections in later months.
      waiting: closed ? 0 : waiting,
      not_closable: why && !closed ? await notClosableText(tx, ctx, month, why, books) : null,
      frozen: closed ? (closed.preview as FrozenPreview) : null,
      corrections,
    };
  });
  return {
    ...read,
    warnings: frozen ? frozenWarnings(ctx, thawWarnings(frozen)) : await previewWarnings(ctx, month),
    frozen: frozen && {
      ...presentSums(ctx, thawTotals(frozen)),
      kinds: presentKinds(ctx, thawTotals(frozen).kinds),
    },
  };
}
