import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** The last day that a corrected start moved a change to before it was billed. */
export function movedTo(tx: SqlTx): Prisma.Sql {
  return Prisma.sql`
    select distinct on (call_id, version) call_id, version, service_date
    from billing_move where company_id = ${tx.company}
    order by call_id, version, place desc`;
}
