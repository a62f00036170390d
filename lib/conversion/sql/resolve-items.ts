import type { Actor } from "@/lib/access/domain/actor";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type Resolution = {
  readonly id: number;
  readonly resolution: "accepted" | "applied" | "dismissed";
  /** The call that the item was applied to. */
  readonly callId: number | null;
};

/** Marks items as resolved. The rows must be locked and open. */
export async function resolveItems(
  tx: SqlTx,
  resolutions: readonly Resolution[],
  by: { readonly actor: Pick<Actor, "type" | "id">; readonly at: Date },
): Promise<void> {
  if (resolutions.length === 0) return;
  await tx.$executeRaw`
    update inbox i set resolved_at = ${by.at}::timestamptz, resolution = s.resolution,
      call_id = coalesce(s."callId", i.call_id), resolved_by_type = ${by.actor.type}, resolved_by_id = ${by.actor.id}::bigint
    from jsonb_to_recordset(${JSON.stringify(resolutions)}::jsonb) as s(id bigint, resolution text, "callId" bigint)
    where i.company_id = ${tx.company} and i.id = s.id and i.resolved_at is null`;
}

/** Marks waiting updates that match several calls now. */
export async function markAmbiguous(tx: SqlTx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    update inbox set reason = 'ambiguous'
    where company_id = ${tx.company} and id = any(${ids}::bigint[]) and resolved_at is null`;
}
