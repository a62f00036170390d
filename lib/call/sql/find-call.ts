import { type Actor, reachesBuyer } from "@/lib/access/domain/actor";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { CallRef } from "../domain/call-ref";
import { type CallView, readCallViews, selectCallViews } from "./call-view";

export async function findCall(tx: SqlTx, ref: CallRef): Promise<CallView | null> {
  if ("id" in ref) return (await readCallViews(tx, [ref.id])).get(ref.id) ?? null;
  const [view] = await selectCallViews(tx, Prisma.sql`c.uuid = ${ref.uuid}::uuid`, { deciders: true });
  return view ?? null;
}

/** The id of a call, or null if there is no such call. */
export async function findCallId(tx: SqlTx, ref: CallRef): Promise<number | null> {
  return (await findIds(tx, ref))?.id ?? null;
}

/** The same, null also if the actor does not reach the call. */
export async function findReachedCallId(
  tx: SqlTx,
  actor: Pick<Actor, "buyerIds">,
  ref: CallRef,
): Promise<number | null> {
  const found = await findIds(tx, ref);
  return found && reachesBuyer(actor, found.buyerId) ? found.id : null;
}

type IdRow = { readonly id: bigint; readonly buyer_id: bigint | null };

async function findIds(tx: SqlTx, ref: CallRef): Promise<{ id: number; buyerId: number | null } | null> {
  const [row] =
    "id" in ref
      ? await tx.$queryRaw<IdRow[]>`
          select id, buyer_id from call where company_id = ${tx.company} and id = ${ref.id}::bigint`
      : await tx.$queryRaw<IdRow[]>`
          select id, buyer_id from call where company_id = ${tx.company} and uuid = ${ref.uuid}::uuid`;
  return row ? { id: Number(row.id), buyerId: row.buyer_id === null ? null : Number(row.buyer_id) } : null;
}
