import type { Tx } from "@/lib/platform/sql/in-company";

/** The frozen taxes of every statement of an account, in order. */
export async function readFrozenTaxes(
  tx: Tx,
  accountId: number,
): Promise<{ readonly statement: number; readonly taxes: unknown }[]> {
  const rows = await tx.$queryRaw<{ number: bigint; taxes: unknown }[]>`
    select number, frozen -> 'taxes' as taxes from statement
    where company_id = ${tx.company} and account_id = ${accountId}::bigint
    order by cycle_end`;
  return rows.map(({ number, taxes }) => ({ statement: Number(number), taxes }));
}
