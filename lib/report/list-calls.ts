import type { Context } from "@/lib/access/context";
import { permitOnCalls } from "@/lib/access/permit";
import { callCursor, parseCallCursor } from "@/lib/call/call-cursor";
import type { Call } from "@/lib/call/contract/call";
import type { CallListQuery } from "@/lib/call/contract/call-list";
import { callOrder } from "@/lib/call/domain/call-order";
import { presentCall } from "@/lib/call/present-call";
import { permitTokens, readCallFilter } from "@/lib/call/read-call-filter";
import { listCallViews } from "@/lib/call/sql/list-calls";
import { overCaps } from "@/lib/cap/over-caps";
import { readInCompanySql } from "@/lib/platform/sql/in-company";

const CALLS_A_PAGE = 50;

export type CallPage = { readonly calls: Call[]; readonly next_cursor: string | null };

/**
 * Newest first by default, in pages; `next_cursor` is null on the last page. Throws `Forbidden` for filters and orders
 * that reveal what the actor may not read, and `Invalid` for those that would look through too many calls.
 */
export async function listCalls(ctx: Context, query: CallListQuery): Promise<CallPage> {
  permitOnCalls(ctx.actor, "read", "calls");
  const { sort = "-started_at", cursor, per_page: limit = CALLS_A_PAGE } = query;
  const order = callOrder(sort);
  if (order.key === "revenue" || order.key === "payout") permitOnCalls(ctx.actor, "read", `call.${order.key}`);
  const filter = readCallFilter(ctx, query);
  const after = cursor === undefined ? undefined : parseCallCursor(sort, cursor);
  return readInCompanySql(ctx.company.id, async (tx) => {
    await permitTokens(tx, ctx, filter);
    const { views, end } = await listCallViews(tx, filter, { ...order, after, limit });
    const over = await overCaps(tx, views);
    return {
      calls: views.map((view) => presentCall(ctx, view, over.get(view.id))),
      next_cursor: end && callCursor(sort, end),
    };
  });
}
