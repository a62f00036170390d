import type { Tx } from "../in-company";

export type AccountSum = { readonly entries: number; readonly debitMinor: bigint; readonly creditMinor: bigint };

type Row = { entries: bigint; debit: string; credit: string };

/** Everything posted to an account, from its balances and never from its entries. */
export async function sumOfAccount(tx: Tx, accountId: number): Promise<AccountSum> {
  const [row] = await tx.$queryRaw<Row[]>`
    select coalesce(sum(entry_count), 0)::bigint as entries,
      coalesce(sum(debit_minor), 0)::text as debit, coalesce(sum(credit_minor), 0)::text as credit
    from balance where company_id = ${tx.company} and account_id = ${accountId}::bigint`;
  return {
    entries: Number(row?.entries ?? 0n),
    debitMinor: BigInt(row?.debit ?? 0),
    creditMinor: BigInt(row?.credit ?? 0),
  };
}
