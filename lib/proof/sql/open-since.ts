import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** By link, `first_open`: the first open day when it was posted, after all earlier closings. */
export function openSince(tx: SqlTx): Prisma.Sql {
  return Prisma.sql`
    select number, coalesce((max(closes) over (order by number rows between unbounded preceding and 1 preceding)
      + interval '1 month')::date, '-infinity'::date) as first_open
    from rollup where company_id = ${tx.company}`;
}
