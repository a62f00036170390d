import type { Tx } from "@/lib/platform/sql/in-company";

export type AccountState = {
  /** The newest link of the chain. Reads up to it do not change while rollups post. */
  readonly head: number;
  /** Debits less credits up to the day, in minor units. */
  readonly debitLessCredit: bigint;
};

type Row = { rollup_number: bigint; net: string };

/** The balance of an account at the end of a day, or of all days, together with the newest link it includes. */
export async function readAccountState(tx: Tx, accountId: number, through: string | null): Promise<AccountState> {
  const [row] = await tx.$queryRaw<Row[]>`
    select h.rollup_number, coalesce((
      select sum(debit_minor) - sum(credit_minor) from balance
      where balance.company_id = ${tx.company} and balance.account_id = ${accountId}::bigint
        and balance.booked_on <= coalesce(${through}::date, 'infinity'::date)
    ), 0)::text as net
    from ledger_head h where h.company_id = ${tx.company}`;
  if (!row) throw new Error(`company ${tx.company} has no ledger`);
  return { head: Number(row.rollup_number), debitLessCredit: BigInt(row.net) };
}
