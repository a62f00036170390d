import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { Invalid } from "@/lib/base/errors";
import type { Month } from "@/lib/base/month";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { PeriodCall, PeriodCallsQuery } from "./contract";
import { presentMonthCall } from "./present-month-call";
import { readBooks, requireMonth } from "./read-books";
import { listMonthCalls, type MonthCallCursor } from "./sql/list-month-calls";
import { WARNING_READS } from "./visible-warnings";

const CALLS_A_PAGE = 50;

export type PeriodCallPage = { readonly calls: PeriodCall[]; readonly next_cursor: string | null };

/** The calls of a warning or day of a month, newest first, in pages. */
export function listPeriodCalls(ctx: Context, month: Month, query: PeriodCallsQuery): Promise<PeriodCallPage> {
  permit(ctx.actor, "read", "billing");
  permit(ctx.actor, "read", "calls");
  const { warning = null, day = null, cursor, per_page = CALLS_A_PAGE } = query;
  if (warning) for (const area of WARNING_READS[warning]) permit(ctx.actor, "read", area);
  const after = cursor === undefined ? null : parseCursor(cursor);
  return readInCompanySql(ctx.company.id, async (tx) => {
    requireMonth(month, await readBooks(tx, ctx));
    const { timeZone } = ctx.company;
    const calls = await listMonthCalls(tx, { month, timeZone, warning, day, after, limit: per_page + 1 });
    const page = calls.slice(0, per_page);
    const last = page.at(-1);
    return {
      calls: page.map((call) => presentMonthCall(ctx, call)),
      next_cursor: calls.length > per_page && last ? cursorOf(last) : null,
    };
  });
}

function cursorOf({ startedAt, id }: MonthCallCursor): string {
  return Buffer.from(`${startedAt.getTime()}.${id}`).toString("base64url");
}

function parseCursor(text: string): MonthCallCursor {
  const match = /^([0-9]{1,14})\.([0-9]{1,15})$/.exec(Buffer.from(text, "base64url").toString("latin1"));
  if (!match) throw new Invalid({ cursor: "This cursor is invalid. Leave it out to start with the newest." });
  return { startedAt: new Date(Number(match[1])), id: Number(match[2]) };
}
