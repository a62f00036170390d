import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { readInCompanySql, type SqlTx } from "@/lib/platform/sql/in-company";
import type { Call } from "./contract/call";
import type { Feed, FeedQuery } from "./contract/feed";
import { assertOfFeed, feedCursor, parseFeedCursor } from "./feed-cursor";
import { numberChanges } from "./number-changes";
import { presentCall } from "./present-call";
import { presentFedChanges } from "./present-fed-changes";
import { readCallViews } from "./sql/call-view";
import { readFeed, readFeedHead } from "./sql/read-feed";

const CHANGES_A_PAGE = 1000;

type FeedPage = Omit<Feed, "status">;

/**
 * The company's changes after the cursor, in an order that never changes, and the calls they are about as they are now.
 * Before the last page, what was committed meanwhile is numbered. Throws `Conflict` for a cursor from before a restore.
 */
export async function readChangeFeed(ctx: Context, query: FeedQuery): Promise<FeedPage> {
  permit(ctx.actor, "read", "calls");
  const { page, isLast, isBehind } = await read(ctx, query);
  if (!isLast || !isBehind) return page;
  await numberChanges(ctx.company.id);
  return (await read(ctx, query)).page;
}

type Reading = { readonly page: FeedPage; readonly isLast: boolean; readonly isBehind: boolean };

function read(ctx: Context, { cursor, calls = true, per_page = CHANGES_A_PAGE }: FeedQuery): Promise<Reading> {
  const asked = cursor === undefined ? null : parseFeedCursor(cursor);
  return readInCompanySql(ctx.company.id, async (tx) => {
    const [head, rows] = await Promise.all([readFeedHead(tx), readFeed(tx, asked?.number ?? 0, per_page + 1)]);
    if (asked) assertOfFeed(asked, head);
    const isLast = rows.length <= per_page;
    const changes = rows.slice(0, per_page);
    const number = Number(changes.at(-1)?.number ?? asked?.number ?? 0);
    const page = {
      changes: presentFedChanges(ctx, changes),
      ...(calls && { calls: await callsOf(tx, ctx, new Set(changes.map(({ call_id }) => Number(call_id)))) }),
      metadata: { next_cursor: feedCursor({ epoch: head.epoch, number }), has_more: !isLast || head.isBehind },
    };
    return { page, isLast, isBehind: head.isBehind };
  });
}

async function callsOf(tx: SqlTx, ctx: Context, ids: ReadonlySet<number>): Promise<Call[]> {
  const views = await readCallViews(tx, [...ids], { deciders: false });
  return [...views.values()].map((view) => presentCall(ctx, view));
}
