import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx, Tx } from "@/lib/platform/sql/in-company";
import type { CallRef } from "../domain/call-ref";
import { type CallView, readCallViews, selectCallViews } from "./call-view";

export async function findCall(tx: SqlTx, ref: CallRef): Promise<CallView | null> {
  if ("id" in ref) return (await readCallViews(tx, [ref.id])).get(ref.id) ?? null;
  const [view] = await selectCallViews(tx, Prisma.sql`c.uuid = ${ref.uuid}::uuid`, { deciders: true });
  return view ?? null;
}

/** The id of a call by its reference; null if there is no such call. */
export async function findCallId(tx: Tx, ref: CallRef): Promise<number | null> {
  const which = "id" in ref ? { id: BigInt(ref.id) } : { uuid: ref.uuid };
  const row = await tx.call.findFirst({ where: { companyId: tx.company, ...which }, select: { id: true } });
  return row && Number(row.id);
}
