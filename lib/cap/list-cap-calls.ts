import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { NotFound } from "@/lib/base/errors";
import { callCursor, parseCallCursor } from "@/lib/call/call-cursor";
import type { CallPosition } from "@/lib/call/domain/call-order";
import { presentCall } from "@/lib/call/present-call";
import type { CallView } from "@/lib/call/sql/call-view";
import { readInCompany } from "@/lib/platform/sql/in-company";
import type { CapCalls, CapCallsQuery } from "./contract";
import { windowOf } from "./domain/cap-window";
import { overCaps } from "./over-caps";
import { listCapCalls as readCapCalls } from "./sql/list-cap-calls";
import { type CapOwner, readCapOwner } from "./sql/list-caps";

const CALLS_A_PAGE = 50;
const NEWEST_FIRST = "-started_at";

/** The calls that use the cap's current window, in pages. Throws `Forbidden` or `NotFound`. */
export async function listCapCalls(
  ctx: Context,
  owner: CapOwner,
  capId: number,
  query: CapCallsQuery,
): Promise<CapCalls> {
  permit(ctx.actor, "read", "settings");
  permit(ctx.actor, "read", "calls");
  const perPage = query.per_page ?? CALLS_A_PAGE;
  const after = query.cursor === undefined ? undefined : parseCallCursor(NEWEST_FIRST, query.cursor);
  const { views, over } = await readInCompany(ctx.company.id, async (tx) => {
    const ownerView = await readCapOwner(tx, owner, ctx.now());
    const cap = ownerView?.caps.find(({ id }) => id === capId);
    if (!cap) throw new NotFound();
    const window = windowOf(cap.span, cap.timeZone, ctx.now());
    const views = await readCapCalls(tx, cap, window, { after, limit: perPage + 1 });
    return { views, over: await overCaps(tx, views) };
  });
  const page = views.slice(0, perPage);
  const last = page.at(-1);
  return {
    status: 200,
    calls: page.map((view) => presentCall(ctx, view, over.get(view.id))),
    metadata: { next_cursor: views.length > perPage && last ? callCursor(NEWEST_FIRST, positionOf(last)) : null },
  };
}

function positionOf({ startedAt, id }: CallView): CallPosition {
  return { key: startedAt.getTime(), id };
}
