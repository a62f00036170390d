import type { Side } from "@/lib/call/domain/call-state";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type InForce = { readonly type: Side; readonly id: number; readonly version: number };

type Row = { buyer_id: bigint | null; buyer_version: number | null; offer_id: bigint; offer_version: number | null };

/** The settings version of each side of a call: the one in force at its start. */
export async function settingsInForce(tx: SqlTx, callId: number): Promise<Record<Side, InForce | null>> {
  const [row] = await tx.$queryRaw<Row[]>`
    select c.buyer_id, c.offer_id,
      (select r.version from rule_set r where r.company_id = ${tx.company} and r.buyer_id = c.buyer_id
        and r.valid_from <= c.started_at order by r.valid_from desc, r.version desc limit 1) as buyer_version,
      (select r.version from rule_set r where r.company_id = ${tx.company} and r.offer_id = c.offer_id
        and r.valid_from <= c.started_at order by r.valid_from desc, r.version desc limit 1) as offer_version
    from call c where c.company_id = ${tx.company} and c.id = ${callId}`;
  return {
    buyer: inForce("buyer", row?.buyer_id, row?.buyer_version),
    offer: inForce("offer", row?.offer_id, row?.offer_version),
  };
}

function inForce(type: Side, id: bigint | null | undefined, version: number | null | undefined): InForce | null {
  return id == null || version == null ? null : { type, id: Number(id), version };
}
