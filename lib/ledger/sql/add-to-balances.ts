import type { Tx } from "@/lib/platform/sql/in-company";
import type { Batch } from "./batch";

/** Adds the entries of a batch to the balances of both accounts, by booking day, kind and offer. */
export function addToBalances(tx: Tx, { entries }: Batch): Promise<number> {
  return tx.$executeRaw`
    insert into balance (company_id, account_id, booked_on, kind, offer_id, entry_count, debit_minor, credit_minor)
    select h.company_id, m.account_id, t.booked_on, t.kind, t.offer_id, sum(t.entries), sum(m.debit), sum(m.credit)
    from ledger_head h
    cross join (
      select e.debit_account_id, e.credit_account_id, e.booked_on, e.kind, e.offer_id,
        count(*) as entries, sum(e.amount_minor) as amount
      ${entries}
      group by e.debit_account_id, e.credit_account_id, e.booked_on, e.kind, e.offer_id
    ) t
    cross join lateral (values
      (t.debit_account_id, t.amount, 0), (t.credit_account_id, 0, t.amount)
    ) as m(account_id, debit, credit)
    where h.company_id = ${tx.company}
    group by h.company_id, m.account_id, t.booked_on, t.kind, t.offer_id
    on conflict (company_id, account_id, booked_on, kind, offer_id) do update set
      entry_count = balance.entry_count + excluded.entry_count,
      debit_minor = balance.debit_minor + excluded.debit_minor,
      credit_minor = balance.credit_minor + excluded.credit_minor`;
}
