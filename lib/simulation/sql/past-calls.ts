import type { Owner } from "@/lib/party/sql/lock-owner";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** Where a page ends: the call that started last, and of those that started with it the one with the highest number. */
export type PastCall = { readonly id: number; readonly startedAt: Date };

/** An owner's calls that started from a moment on, in the order of their start, after the one given. */
export async function listPastCalls(
  tx: SqlTx,
  owner: Owner,
  { from, after, limit }: { readonly from: Date; readonly after: PastCall | null; readonly limit: number },
): Promise<PastCall[]> {
  const rows = await tx.$queryRaw<{ id: bigint; started_at: Date }[]>`
    select call.id, call.started_at from call
    where call.company_id = ${tx.company} and ${callsOf(owner)} and call.started_at >= ${after?.startedAt ?? from}::timestamptz
      and (call.started_at, call.id) > (${after?.startedAt ?? from}::timestamptz, ${after?.id ?? 0}::bigint)
    order by call.started_at, call.id limit ${limit}`;
  return rows.map(({ id, started_at }) => ({ id: Number(id), startedAt: started_at }));
}

/**
 * For the rest of the transaction pages are read along an index, in order. The planner believes that a company has few
 * calls, and would sort all of them for every page.
 */
export async function readInOrder(tx: SqlTx): Promise<void> {
  await tx.$executeRaw`set local enable_sort = off`;
}

/** Rows of `call` that are the owner's. */
export function callsOf(owner: Owner): Prisma.Sql {
  return "buyerId" in owner
    ? Prisma.sql`call.buyer_id = ${owner.buyerId}::bigint`
    : Prisma.sql`call.offer_id = ${owner.offerId}::bigint`;
}
