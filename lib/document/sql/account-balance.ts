import { signedBalance } from "@/lib/ledger/domain/signed-balance";
import type { PartyAccount } from "@/lib/ledger/sql/find-account";
import type { Tx } from "@/lib/platform/sql/in-company";

/** What a buyer owes, or what a traffic source has earned but not been paid, by posted entries. */
export async function balanceOfAccount(tx: Tx, { id, owner }: PartyAccount): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ debit: string; credit: string }[]>`
    select coalesce(sum(debit_minor), 0)::text as debit, coalesce(sum(credit_minor), 0)::text as credit
    from balance where company_id = ${tx.company} and account_id = ${id}::bigint`;
  return signedBalance(owner.type, BigInt(row?.debit ?? 0), BigInt(row?.credit ?? 0));
}
