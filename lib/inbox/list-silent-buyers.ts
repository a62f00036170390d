import type { Context } from "@/lib/access/context";
import { permit } from "@/lib/access/permit";
import { findSilence, usualGapMs } from "@/lib/inbound/domain/silence";
import { readInCompanySql } from "@/lib/platform/sql/in-company";
import type { SilentBuyer } from "./contract";
import { readBuyerPosts } from "./sql/read-buyer-posts";

const DAY_MS = 24 * 60 * 60_000;

/** Buyers whose system posted in the last 30 days but stopped, or whose posts are all rejected. */
export async function listSilentBuyers(ctx: Context): Promise<SilentBuyer[]> {
  permit(ctx.actor, "read", "calls");
  const now = ctx.now();
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const buyers = await readInCompanySql(ctx.company.id, (tx) => readBuyerPosts(tx, before(30), before(7)));
  return buyers.flatMap((posts) => {
    const why = findSilence(posts, now);
    if (why === null) return [];
    const gap = usualGapMs(posts);
    return [
      {
        buyer: posts.buyer,
        why,
        last_post_at: posts.lastAt.toISOString(),
        posts: posts.count,
        usual_gap_seconds: gap === null ? null : Math.round(gap / 1000),
      },
    ];
  });
}
