import type { Actor } from "@/lib/access/domain/actor";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type Settlement = {
  readonly id: number;
  readonly settlement: "accepted" | "applied" | "dismissed";
  /** The call it turned out to be about. */
  readonly callId: number | null;
};

/** Ends what waits. The rows must be locked, and open. */
export async function resolveItems(
  tx: SqlTx,
  settlements: readonly Settlement[],
  by: { readonly actor: Pick<Actor, "type" | "id">; readonly at: Date },
): Promise<void> {
  if (settlements.length === 0) return;
  await tx.$executeRaw`
    update inbox i set settled_at = ${by.at}::timestamptz, settlement = s.settlement,
      call_id = coalesce(s."callId", i.call_id), settled_by_type = ${by.actor.type}, settled_by_id = ${by.actor.id}::bigint
    from jsonb_to_recordset(${JSON.stringify(settlements)}::jsonb) as s(id bigint, settlement text, "callId" bigint)
    where i.company_id = ${tx.company} and i.id = s.id and i.settled_at is null`;
}

/** More calls than one fit by now what waits for one. */
export async function markAmbiguous(tx: SqlTx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    update inbox set reason = 'ambiguous'
    where company_id = ${tx.company} and id = any(${ids}::bigint[]) and settled_at is null`;
}
