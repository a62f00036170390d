import type { SqlTx } from "@/lib/platform/sql/in-company";

export type WrongBalance = { readonly accountId: string; readonly bookedOn: string; readonly kind: string };

/** The first balance that differs from the sum of its entries; null for none. */
export async function findWrongBalance(tx: SqlTx): Promise<WrongBalance | null> {
  const [row] = await tx.$queryRaw<WrongBalance[]>`
    with total as (
      select e.debit_account_id, e.credit_account_id, e.booked_on, e.kind, coalesce(c.offer_id, 0) as offer_id,
        count(*) as entries, sum(e.amount_minor) as amount
      from entry e
      left join (select id, offer_id from call where company_id = ${tx.company}) c
        on e.source = 'call' and c.id = e.number
      where e.company_id = ${tx.company}
      group by 1, 2, 3, 4, 5
    ),
    rebuilt as (
      select m.account_id, t.booked_on, t.kind, t.offer_id, sum(t.entries) as entry_count,
        sum(m.debit) as debit_minor, sum(m.credit) as credit_minor
      from total t
      cross join lateral (values
        (t.debit_account_id, t.amount, 0), (t.credit_account_id, 0, t.amount)
      ) as m(account_id, debit, credit)
      group by 1, 2, 3, 4
    )
    select account_id::text as "accountId", to_char(booked_on, 'YYYY-MM-DD') as "bookedOn", kind
    from rebuilt r
    full join (select * from balance where company_id = ${tx.company}) b using (account_id, booked_on, kind, offer_id)
    where (b.entry_count, b.debit_minor, b.credit_minor) is distinct from (r.entry_count, r.debit_minor, r.credit_minor)
    order by account_id, booked_on, kind, offer_id limit 1`;
  return row ?? null;
}
