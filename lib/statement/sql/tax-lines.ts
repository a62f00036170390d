import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import { type LineRow, lineColumns } from "./line-row";

/** Tax entries by document number. A statement stores the numbers, because its taxes are posted when it is issued. */
export async function readTaxLines(tx: Tx, accountId: number, documents: readonly number[]): Promise<LineRow[]> {
  if (documents.length === 0) return [];
  const entries = Prisma.sql`
    select e.* from entry e
    where e.company_id = ${tx.company} and e.source = 'document' and e.number = any(${documents}::bigint[])
      and e.version = 1 and e.kind = 'tax'`;
  return lineColumns(tx, accountId, entries);
}
