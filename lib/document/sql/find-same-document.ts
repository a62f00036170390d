import type { NewDocument } from "@/lib/ledger/sql/post-documents";
import type { Tx } from "@/lib/platform/sql/in-company";

type Wanted = Pick<
  NewDocument,
  "partyAccountId" | "kind" | "amountMinor" | "dated" | "debitAccountId" | "creditAccountId" | "reference"
>;

/**
 * The newest document with the same accounts, amount, day and reference (ignoring spaces and case) that is not
 * reversed; null for none. The ledger head must be locked.
 */
export async function findSameDocument(tx: Tx, wanted: Wanted): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`
    select d.number from document d
    left join document_note n on n.company_id = ${tx.company} and n.number = d.number and n.revision = d.revision
    where d.company_id = ${tx.company} and d.party_account_id = ${wanted.partyAccountId}::bigint
      and d.dated = ${wanted.dated}::date and d.revision = 1 and d.kind = ${wanted.kind}
      and d.amount_minor = ${wanted.amountMinor}::bigint and d.debit_account_id = ${wanted.debitAccountId}::bigint
      and d.credit_account_id = ${wanted.creditAccountId}::bigint
      and lower(trim(n.reference)) is not distinct from lower(trim(${wanted.reference}::text))
      and not exists (
        select from document r where r.company_id = ${tx.company} and r.number = d.number and r.revision = 2)
    order by d.number desc limit 1`;
  return row ? Number(row.number) : null;
}
