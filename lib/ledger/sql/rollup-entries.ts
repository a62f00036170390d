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
 * The entries of a rollup by their keys. Materialized, or the planner would go through the whole ledger by key until it
 * has met a page of them; so it looks for the rollup, which stands in one place.
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

/** The first statements that a link of the chain issued. */
export async function statementsIssuedBy(tx: Tx, number: number, limit: number): Promise<number[]> {
  const rows = await tx.statement.findMany({
    where: { companyId: tx.company, rollupNumber: BigInt(number) },
    orderBy: { number: "asc" },
    take: limit,
    select: { number: true },
  });
  return rows.map((row) => Number(row.number));
}
