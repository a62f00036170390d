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
      select c.call_id as number, c.version, m.kind, m.debit, m.credit, m.amount, m.offsets_version, c.service_date
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
        offsets_version, service_date
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
  type Row = { account_id: bigint; booked_on: string; kind: string };
  const [row] = await tx.$queryRaw<Row[]>`
    with total as (
      select e.debit_account_id, e.credit_account_id, e.booked_on, e.kind, coalesce(c.offer_id, 0) as offer_id,
        count(*) as entries, sum(e.amount_minor) as amount
      from entry e
      left join call c on c.company_id = ${tx.company} and e.source = 'call' and c.id = e.number
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
    select account_id, to_char(booked_on, 'YYYY-MM-DD') as booked_on, kind
    from rebuilt r
    full join (select * from balance where company_id = ${tx.company}) b using (account_id, booked_on, kind, offer_id)
    where (b.entry_count, b.debit_minor, b.credit_minor) is distinct from (r.entry_count, r.debit_minor, r.credit_minor)
    order by 1, 2, 3, offer_id limit 1`;
  if (!row) return null;
  return `the balance of account ${row.account_id} on ${row.booked_on}, ${row.kind}, is not what its entries add up to`;
}

/** What is sealed, rollup by rollup, with the digest its entries have now. Bytes in hexadecimal. */
export type Seal = {
  readonly number: bigint;
  readonly previousDigest: string | null;
  readonly digest: string | null;
  readonly entryCount: number;
  readonly foundCount: bigint;
  readonly digestOfEntries: string;
  /** What else the seal covers: the month that was closed, the digest of statements that were issued. */
  readonly closes: string | null;
  readonly issues: string | null;
};

export function readSeals(tx: Tx): Promise<Seal[]> {
  return tx.$queryRaw<Seal[]>`
    select coalesce(r.number, f.rollup_number) as number, encode(r.previous_digest, 'hex') as "previousDigest",
      encode(r.digest, 'hex') as digest, r.entry_count as "entryCount", coalesce(f.found, 0) as "foundCount",
      coalesce(f.digest, encode(sha256(''::bytea), 'hex')) as "digestOfEntries",
      to_char(r.closes, 'YYYY-MM-DD') as closes, encode(r.statements_digest, 'hex') as issues
    from (select * from rollup where company_id = ${tx.company}) r
    full join (
      select e.rollup_number, count(*) as found, ${SEAL_OF_ENTRIES} as digest
      from entry e where e.company_id = ${tx.company} group by e.rollup_number
    ) f on f.rollup_number = r.number
    order by 1`;
}
