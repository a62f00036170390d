import type { Tx } from "../in-company";
import { SEAL_OF_ENTRIES } from "./seal-line";

/** The first entry, by key, that the change log does not lead to or that is missing although it does; null when none. */
export async function findUnprovenEntry(tx: Tx): Promise<string | null> {
  type Row = { id: string; posted: boolean };
  const [row] = await tx.$queryRaw<Row[]>`
    with head as (select * from ledger_head where company_id = ${tx.company}),
    posted_change as (
      select c.* from call_change c
      left join billing_queue q on q.company_id = ${tx.company} and q.call_id = c.call_id and q.version = c.version
      where c.company_id = ${tx.company} and q.call_id is null
    ),
    derived as (
      select c.call_id as number, c.version, m.kind, m.debit, m.credit, m.amount, m.offsets_version, c.service_month
      from posted_change c
      cross join head h
      left join call_change oc on oc.company_id = ${tx.company} and oc.call_id = c.call_id and oc.version = c.closes_charge
      left join call_change op on op.company_id = ${tx.company} and op.call_id = c.call_id and op.version = c.closes_payout
      cross join lateral (values
        ('charge', c.charge_account_id, h.revenue_account_id, c.charge_minor, null::integer),
        ('payout', h.traffic_cost_account_id, c.payout_account_id, c.payout_minor, null),
        ('credit', h.revenue_account_id, oc.charge_account_id, oc.charge_minor, c.closes_charge),
        ('clawback', op.payout_account_id, h.traffic_cost_account_id, op.payout_minor, c.closes_payout)
      ) as m(kind, debit, credit, amount, offsets_version)
      where m.amount is not null
    ),
    posted as (
      select number, version, kind, debit_account_id as debit, credit_account_id as credit, amount_minor as amount,
        offsets_version, service_month
      from entry where company_id = ${tx.company} and source = 'call'
    )
    select 'call-' || number || '-' || version || '-' || kind as id, posted from (
      (select *, false as posted from derived except all select *, false from posted)
      union all
      (select *, true from posted except all select *, true from derived)
    ) difference
    order by number, version, kind, posted desc limit 1`;
  if (!row) return null;
  return row.posted ? `entry ${row.id} does not follow from the change log` : `entry ${row.id} is missing`;
}

/** The first balance that is not what its entries add up to; null when none. */
export async function findWrongBalance(tx: Tx): Promise<string | null> {
  type Row = { account_id: bigint; period: string };
  const [row] = await tx.$queryRaw<Row[]>`
    with rebuilt as (
      select m.account_id, e.period, sum(m.debit) as debit_minor, sum(m.credit) as credit_minor
      from entry e
      cross join lateral (values
        (e.debit_account_id, e.amount_minor, 0), (e.credit_account_id, 0, e.amount_minor)
      ) as m(account_id, debit, credit)
      where e.company_id = ${tx.company}
      group by m.account_id, e.period
    )
    select coalesce(b.account_id, r.account_id) as account_id, to_char(coalesce(b.period, r.period), 'YYYY-MM') as period
    from rebuilt r
    full join (select account_id, period, debit_minor, credit_minor from balance where company_id = ${tx.company}) b
      using (account_id, period)
    where (b.debit_minor, b.credit_minor) is distinct from (r.debit_minor, r.credit_minor)
    order by 1, 2 limit 1`;
  return row ? `the balance of account ${row.account_id} for ${row.period} is not what its entries add up to` : null;
}

/** What is sealed, rollup by rollup, with the digest its entries have now. Bytes in hexadecimal. */
export type Seal = {
  readonly number: bigint;
  readonly previousDigest: string | null;
  readonly digest: string | null;
  readonly entryCount: number;
  readonly foundCount: bigint;
  readonly digestOfEntries: string;
};

export function readSeals(tx: Tx): Promise<Seal[]> {
  return tx.$queryRaw<Seal[]>`
    select coalesce(r.number, f.rollup_number) as number, encode(r.previous_digest, 'hex') as "previousDigest",
      encode(r.digest, 'hex') as digest, r.entry_count as "entryCount", coalesce(f.found, 0) as "foundCount",
      coalesce(f.digest, encode(sha256(''::bytea), 'hex')) as "digestOfEntries"
    from (select * from rollup where company_id = ${tx.company}) r
    full join (
      select e.rollup_number, count(*) as found, ${SEAL_OF_ENTRIES} as digest
      from entry e where e.company_id = ${tx.company} group by e.rollup_number
    ) f on f.rollup_number = r.number
    order by 1`;
}
