import type { Tx } from "@/lib/platform/sql/in-company";
import type { OpenStatement } from "../domain/split-settlement";

export type StatementStanding = OpenStatement & {
  readonly accountId: number;
  readonly cycleStart: string;
  readonly cycleEnd: string;
  readonly billedMinor: bigint;
};

type Row = {
  account_id: bigint;
  number: bigint;
  cycle_start: string;
  cycle_end: string;
  due_on: string;
  billed: string;
  open: string;
};

/**
 * Statements of these accounts with their open amounts, earliest due date first. `settledToo` includes settled ones.
 */
export async function readStatementStandings(
  tx: Tx,
  accountIds: readonly number[],
  { settledToo = false }: { readonly settledToo?: boolean } = {},
): Promise<StatementStanding[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select s.account_id, s.number, to_char(s.cycle_start, 'YYYY-MM-DD') as cycle_start,
      to_char(s.cycle_end, 'YYYY-MM-DD') as cycle_end, to_char(s.due_on, 'YYYY-MM-DD') as due_on,
      s.billed_minor::text as billed, (s.billed_minor - l.settled)::text as open
    from statement s
    cross join lateral (
      select coalesce(sum(amount_minor), 0) as settled from allocation
      where company_id = ${tx.company} and statement_number = s.number
    ) l
    where s.company_id = ${tx.company} and s.account_id = any(${accountIds}::bigint[])
      and (${settledToo}::boolean or s.billed_minor <> l.settled)
    order by s.due_on, s.number`;
  return rows.map((row) => ({
    accountId: Number(row.account_id),
    number: Number(row.number),
    cycleStart: row.cycle_start,
    cycleEnd: row.cycle_end,
    dueOn: row.due_on,
    billedMinor: BigInt(row.billed),
    openMinor: BigInt(row.open),
  }));
}
