import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { EntryDifference } from "./entry-difference";
import { openSince } from "./open-since";

/** The first document without an entry, entry without a document, or pair that differs. */
export async function findWrongDocument(tx: SqlTx): Promise<EntryDifference | null> {
  const [row] = await tx.$queryRaw<{ difference: EntryDifference }[]>`
    with open_since as materialized (${openSince(tx)}),
    derived as (
      select d.number, d.revision as version, d.kind, d.debit_account_id as debit, d.credit_account_id as credit,
        d.party_account_id as party, d.amount_minor as amount, d.dated as service_date, d.rollup_number,
        greatest(d.dated, s.first_open) as booked_on, f.revision || ' ' || f.kind as offsets
      from document d
      left join open_since s on s.number = d.rollup_number
      left join document f on f.company_id = ${tx.company} and f.number = d.number and f.revision = d.revision - 1
      where d.company_id = ${tx.company}
    ),
    posted as (
      select number, version, kind, debit_account_id as debit, credit_account_id as credit, party_account_id as party,
        amount_minor as amount, service_date, rollup_number, booked_on, offsets_version || ' ' || offsets_kind as offsets
      from entry where company_id = ${tx.company} and source = 'document'
    )
    select json_build_object('source', 'document', 'number', coalesce(d.number, e.number),
      'version', coalesce(d.version, e.version), 'kind', coalesce(d.kind, e.kind),
      'expected', case when d.number is not null then json_build_object('debit', d.debit::text, 'credit', d.credit::text,
        'party', d.party::text, 'amount', d.amount::text, 'serviceDate', d.service_date::text, 'offsets', d.offsets,
        'bookedOn', d.booked_on::text) end,
      'actual', case when e.number is not null then json_build_object('debit', e.debit::text, 'credit', e.credit::text,
        'party', e.party::text, 'amount', e.amount::text, 'serviceDate', e.service_date::text, 'offsets', e.offsets,
        'bookedOn', e.booked_on::text) end) as difference
    from derived d
    full join posted e on e.number = d.number and e.version = d.version and e.kind = d.kind
    where (d.debit, d.credit, d.party, d.amount, d.service_date, d.booked_on, d.offsets, d.rollup_number)
      is distinct from (e.debit, e.credit, e.party, e.amount, e.service_date, e.booked_on, e.offsets, e.rollup_number)
    order by coalesce(d.number, e.number), coalesce(d.version, e.version) limit 1`;
  return row?.difference ?? null;
}
