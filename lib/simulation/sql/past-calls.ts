import type { Owner } from "@/lib/party/sql/lock-owner";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** The last call of a page: the latest start, and the highest id among equal starts. */
export type PastCall = { readonly id: number; readonly startedAt: Date };

/** An owner's calls from a moment on, in order of start, after the given one. */
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
 * Makes the rest of the transaction read pages along an index. The planner expects few calls per company, and would
 * sort all of them for every page.
 */
export async function readInOrder(tx: SqlTx): Promise<void> {
  await tx.$executeRaw`set local enable_sort = off`;
}

/** SQL condition on rows of `call` that belong to the owner. */
export function callsOf(owner: Owner): Prisma.Sql {
  return "buyerId" in owner
    ? Prisma.sql`call.buyer_id = ${owner.buyerId}::bigint`
    : Prisma.sql`call.offer_id = ${owner.offerId}::bigint`;
}
