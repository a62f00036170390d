import type { Context } from "@/lib/access/context";
import { permitOnCalls } from "@/lib/access/permit";
import { callCursor, parseCallCursor } from "@/lib/call/call-cursor";
import type { Call, CallListQuery } from "@/lib/call/contract/call";
import { presentCall } from "@/lib/call/present-call";
import { listCallViews } from "@/lib/call/sql/list-calls";
import { overCaps } from "@/lib/cap/over-caps";
import { readInCompany } from "@/lib/platform/sql/in-company";

const CALLS_A_PAGE = 50;

export type CallPage = { readonly calls: Call[]; readonly next_cursor: string | null };

/** Newest first, in pages; `next_cursor` is null on the last page. */
export async function listCalls(ctx: Context, query: CallListQuery): Promise<CallPage> {
  permitOnCalls(ctx.actor, "read", "calls");
  // Without permission for call details, a search must not reveal them either.
  const { q, external_id, traffic_source_id } = query;
  if (q || external_id || traffic_source_id !== undefined) permitOnCalls(ctx.actor, "read", "call.details");
  const perPage = query.per_page ?? CALLS_A_PAGE;
  const after = query.cursor === undefined ? undefined : parseCallCursor(query.cursor);
  const { views, over } = await readInCompany(ctx.company.id, async (tx) => {
    const views = await listCallViews(tx, {
      search: q?.trim(),
      externalId: external_id,
      buyerId: query.buyer_id,
      buyerIds: ctx.actor.buyerIds,
      offerId: query.offer_id,
      trafficSourceId: traffic_source_id,
      after,
      limit: perPage + 1,
    });
    return { views, over: await overCaps(tx, views) };
  });
  const page = views.slice(0, perPage);
  const last = page.at(-1);
  return {
    calls: page.map((view) => presentCall(ctx, view, over.get(view.id))),
    next_cursor: views.length > perPage && last ? callCursor(last) : null,
  };
}
