import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { Cap } from "../domain/cap";
import { type CapJson, capOf } from "./cap-row";

export type Parties = { readonly buyerIds: readonly number[]; readonly sourceIds: readonly number[] };

/** The caps of these parties in force, in order of creation. */
export async function findCaps(tx: SqlTx, { buyerIds, sourceIds }: Parties): Promise<Cap[]> {
  const rows = await tx.$queryRaw<{ cap: CapJson }[]>`
    select to_jsonb(cap) as cap from cap
    where cap.company_id = ${tx.company} and cap.withdrawn_at is null
      and (cap.buyer_id = any(${buyerIds}::bigint[]) or cap.traffic_source_id = any(${sourceIds}::bigint[]))
    order by cap.id`;
  return rows.map(({ cap }) => capOf(cap));
}
