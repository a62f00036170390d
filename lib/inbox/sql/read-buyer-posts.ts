import type { Posts } from "@/lib/inbound/domain/silence";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type BuyerPosts = Posts & { readonly buyer: { readonly id: number; readonly name: string } };

type Row = {
  id: bigint;
  name: string;
  posts: bigint;
  first_at: Date;
  last_at: Date;
  recent: bigint;
  refused: bigint;
};

/** Events of buyers’ webhooks since then. Archived buyers and those without events are absent. */
export async function readBuyerPosts(tx: SqlTx, since: Date, recentSince: Date): Promise<BuyerPosts[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select b.id, b.name, e.posts, coalesce(e.first_at, e.any_at) as first_at, coalesce(e.last_at, e.any_at) as last_at,
      e.recent, e.refused
    from webhook_endpoint w
    join buyer b on b.company_id = ${tx.company} and b.id = w.buyer_id
    cross join lateral (
      select count(*) filter (where v.signature in ('valid', 'not_checked')) as posts,
        min(v.received_at) filter (where v.signature in ('valid', 'not_checked')) as first_at,
        max(v.received_at) filter (where v.signature in ('valid', 'not_checked')) as last_at,
        max(v.received_at) as any_at,
        count(*) filter (where v.received_at >= ${recentSince}::timestamptz) as recent,
        count(*) filter (where v.received_at >= ${recentSince}::timestamptz and v.outcome = 'refused') as refused
      from inbound_event v
      where v.company_id = ${tx.company} and v.endpoint_id = w.id and v.received_at >= ${since}::timestamptz
    ) e
    where w.company_id = ${tx.company} and w.provider = 'buyer' and w.paused_at is null and b.archived_at is null
      and e.any_at is not null
    order by b.name, b.id`;
  return rows.map((row) => ({
    buyer: { id: Number(row.id), name: row.name },
    count: Number(row.posts),
    firstAt: row.first_at,
    lastAt: row.last_at,
    recent: { count: Number(row.recent), refused: Number(row.refused) },
  }));
}
