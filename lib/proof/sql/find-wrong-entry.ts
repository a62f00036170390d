import type { SqlTx } from "@/lib/platform/sql/in-company";
import { entriesFit } from "./entries-fit";
import type { EntryDifference } from "./entry-difference";
import { movedTo } from "./moved-to";
import { openSince } from "./open-since";

/**
 * The first entry of a call, by key, that differs from the changes or is missing. Offsets take amount, accounts and
 * days from what they offset; `findWrongOffset` checks those.
 */
export async function findWrongEntry(tx: SqlTx): Promise<EntryDifference | null> {
  return (await entriesFit(tx)) ? null : findIt(tx);
}

async function findIt(tx: SqlTx): Promise<EntryDifference | null> {
  const [row] = await tx.$queryRaw<{ difference: EntryDifference }[]>`
    with open_since as materialized (${openSince(tx)}),
    moved as materialized (${movedTo(tx)}),
    derived as (
      select c.call_id as number, c.version, m.kind, m.debit, m.credit, m.party, m.amount, m.offsets,
        case when m.offsets is null then coalesce(d.service_date, c.service_date) end as service_date
      from call_change c
      left join moved d on d.call_id = c.call_id and d.version = c.version
      cross join (select revenue_account_id, traffic_cost_account_id from ledger_head where company_id = ${tx.company}) h
      cross join lateral (values
        ('charge', c.charge_account_id, h.revenue_account_id, c.charge_account_id, c.charge_minor, null::integer),
        ('payout', h.traffic_cost_account_id, c.payout_account_id, c.payout_account_id, c.payout_minor, null),
        ('credit', null, null, null, null, c.closes_charge),
        ('clawback', null, null, null, null, c.closes_payout)
      ) as m(kind, debit, credit, party, amount, offsets)
      where c.company_id = ${tx.company} and (m.amount is not null or m.offsets is not null)
        and not exists (
          select from billing_queue q
          where q.company_id = ${tx.company} and q.call_id = c.call_id and q.version = c.version)
    ),
    different as (
      select coalesce(d.number, e.number) as number, coalesce(d.version, e.version) as version,
        coalesce(d.kind, e.kind) as kind, e.number is null as missing, d.number is null as stray,
        d.debit, d.credit, d.party, d.amount, d.service_date, d.offsets,
        greatest(d.service_date, o.first_open) as booked_on,
        e.debit_account_id, e.credit_account_id, e.party_account_id, e.amount_minor, e.service_date as e_service_date,
        e.offsets_version, e.booked_on as e_booked_on
      from derived d
      full join (select * from entry where company_id = ${tx.company} and source = 'call') e
        on e.number = d.number and e.version = d.version and e.kind = d.kind
      left join open_since o on o.number = e.rollup_number
      where d.number is null or e.number is null
        or e.offsets_version is distinct from d.offsets or o.number is null
        or (d.offsets is null and (e.service_date <> d.service_date or e.debit_account_id <> d.debit or e.credit_account_id <> d.credit
          or e.party_account_id is distinct from d.party or e.amount_minor <> d.amount
          or e.booked_on <> greatest(d.service_date, o.first_open)))
      order by 1, 2, 3 limit 1
    )
    select json_build_object('source', 'call', 'number', number, 'version', version, 'kind', kind,
      'expected', case when not stray then json_build_object('debit', debit::text, 'credit', credit::text,
        'party', party::text, 'amount', amount::text, 'serviceDate', service_date::text, 'offsets', offsets::text,
        'bookedOn', case when amount is not null then booked_on::text end) end,
      'actual', case when not missing then json_build_object('debit', debit_account_id::text,
        'credit', credit_account_id::text, 'party', party_account_id::text, 'amount', amount_minor::text,
        'serviceDate', e_service_date::text, 'offsets', offsets_version::text, 'bookedOn', e_booked_on::text) end
    ) as difference from different`;
  return row?.difference ?? null;
}
