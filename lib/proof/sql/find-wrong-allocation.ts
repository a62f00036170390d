import type { SqlTx } from "@/lib/platform/sql/in-company";

/** The first document that is allocated beyond its amount, or to another party's statement. */
export async function findWrongAllocation(tx: SqlTx): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`
    select a.number
    from allocation a
    left join document d on d.company_id = ${tx.company} and d.number = a.number and d.revision = 1
    left join document r on r.company_id = ${tx.company} and r.number = a.number and r.revision = 2
    left join statement s on s.company_id = ${tx.company} and s.number = a.statement_number
      and s.account_id = d.party_account_id
    where a.company_id = ${tx.company}
    group by a.number
    having bool_or(d.number is null or s.number is null) or abs(sum(a.amount_minor)) > max(d.amount_minor)
      or (bool_or(r.number is not null) and sum(a.amount_minor) <> 0)
    order by a.number limit 1`;
  return row ? Number(row.number) : null;
}
