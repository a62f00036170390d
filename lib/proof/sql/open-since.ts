import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** `first_open` by link: the first open day when the link was posted, after all earlier closings. */
export function openSince(tx: SqlTx): Prisma.Sql {
  return Prisma.sql`
    select number, coalesce((max(closes) over (order by number rows between unbounded preceding and 1 preceding)
      + interval '1 month')::date, '-infinity'::date) as first_open
    from rollup where company_id = ${tx.company}`;
}
