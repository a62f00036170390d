import { Prisma } from "../generated/client";
import type { SqlTx } from "../in-company";
import type { Owner } from "./lock-owner";

/** The numbers of an owner's calls that started from a moment on, in their order, after the one given. */
export async function listPastCalls(
  tx: SqlTx,
  owner: Owner,
  { from, after, limit }: { readonly from: Date; readonly after: number; readonly limit: number },
): Promise<number[]> {
  const whose =
    "buyerId" in owner
      ? Prisma.sql`call.buyer_id = ${owner.buyerId}::bigint`
      : Prisma.sql`call.offer_id = ${owner.offerId}::bigint`;
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    select id from call
    where call.company_id = ${tx.company} and ${whose} and call.started_at >= ${from}::timestamptz and call.id > ${after}::bigint
    order by id limit ${limit}`;
  return rows.map(({ id }) => Number(id));
}
