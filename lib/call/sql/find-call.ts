import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { CallRef } from "../domain/call-ref";
import { type CallView, selectCallViews } from "./call-view";

export async function findCall(tx: Tx, ref: CallRef): Promise<CallView | null> {
  const which = "id" in ref ? Prisma.sql`c.id = ${ref.id}` : Prisma.sql`c.uuid = ${ref.uuid}::uuid`;
  const [view] = await selectCallViews(tx, which, { deciders: true });
  return view ?? null;
}

/** The number behind a reference, where there is such a call. */
export async function findCallId(tx: Tx, ref: CallRef): Promise<number | null> {
  const which = "id" in ref ? { id: BigInt(ref.id) } : { uuid: ref.uuid };
  const row = await tx.call.findFirst({ where: { companyId: tx.company, ...which }, select: { id: true } });
  return row && Number(row.id);
}
