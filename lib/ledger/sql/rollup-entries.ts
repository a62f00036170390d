import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import { type AccountEntryView, viewsOf } from "./entry-views";

/** The key of an entry within its company. */
export type EntryKey = {
  readonly source: "call" | "document";
  readonly number: number;
  readonly version: number;
  readonly kind: string;
};

/**
 * Entries of a rollup in key order. Materialized: otherwise the planner scans the whole ledger by key to fill a page.
 */
export function readRollupEntries(
  tx: Tx,
  number: number,
  after: EntryKey | null,
  limit: number,
): Promise<AccountEntryView[]> {
  const later = after
    ? Prisma.sql`where (e.source, e.number, e.version, e.kind collate "C")
        > (${after.source}::text, ${after.number}::bigint, ${after.version}::integer, ${after.kind}::text collate "C")`
    : Prisma.empty;
  return viewsOf(
    tx,
    Prisma.sql`
      with own as materialized (
        select * from entry where entry.company_id = ${tx.company} and entry.rollup_number = ${number}::bigint
      )
      select e.* from own e ${later}
      order by e.source, e.number, e.version, e.kind collate "C" limit ${limit}`,
  );
}

/** The first statements issued by a link. */
export async function statementsIssuedBy(tx: Tx, number: number, limit: number): Promise<number[]> {
  const rows = await tx.statement.findMany({
    where: { companyId: tx.company, rollupNumber: BigInt(number) },
    orderBy: { number: "asc" },
    take: limit,
    select: { number: true },
  });
  return rows.map((row) => Number(row.number));
}
