import type { Tx } from "@/lib/platform/sql/in-company";
import type { OtherAccount } from "../domain/document-kind";

/** The company's account of a kind. */
export async function companyAccount(tx: Tx, kind: OtherAccount): Promise<number> {
  const { id } = await tx.account.findFirstOrThrow({ where: { companyId: tx.company, kind }, select: { id: true } });
  return Number(id);
}

/** Whether the account has an opening balance that is not reversed. */
export async function hasOpeningBalance(tx: Tx, accountId: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`
    select d.number from document d
    where d.company_id = ${tx.company} and d.party_account_id = ${accountId}::bigint and d.kind = 'opening_balance'
      and not exists (
        select from document r where r.company_id = ${tx.company} and r.number = d.number and r.revision = 2)
    limit 1`;
  return row !== undefined;
}
