import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { EntryDifference } from "./entry-difference";
import { openSince } from "./open-since";

/**
 * The first credit or clawback that is not the reverse of what it offsets, with its day, booked on that day or the
 * first open day when it was posted.
 */
export async function findWrongOffset(tx: SqlTx): Promise<EntryDifference | null> {
  const [row] = await tx.$queryRaw<{ difference: EntryDifference }[]>`
    with open_since as materialized (${openSince(tx)})
    select json_build_object('source', e.source, 'number', e.number, 'version', e.version, 'kind', e.kind,
      'actual', json_build_object('debit', e.debit_account_id::text, 'credit', e.credit_account_id::text,
        'party', e.party_account_id::text, 'amount', e.amount_minor::text, 'serviceDate', e.service_date::text,
        'offsets', e.offsets_kind, 'bookedOn', e.booked_on::text),
      'expected', case when o.number is not null then json_build_object('debit', o.credit_account_id::text,
        'credit', o.debit_account_id::text, 'party', o.party_account_id::text, 'amount', o.amount_minor::text,
        'serviceDate', o.service_date::text, 'offsets', case when e.kind = 'credit' then 'charge' else 'payout' end,
        'bookedOn', greatest(o.booked_on, s.first_open)::text) end) as difference
    from entry e
    left join entry o on o.company_id = ${tx.company} and o.source = 'call' and o.number = e.number
      and o.version = e.offsets_version and o.kind = e.offsets_kind and o.rollup_number <= e.rollup_number
    left join open_since s on s.number = e.rollup_number
    where e.company_id = ${tx.company} and e.source = 'call' and e.offsets_version is not null
      and (o.number is null or e.offsets_kind <> case when e.kind = 'credit' then 'charge' else 'payout' end
        or e.debit_account_id <> o.credit_account_id or e.credit_account_id <> o.debit_account_id
        or e.party_account_id is distinct from o.party_account_id or e.amount_minor <> o.amount_minor
        or e.service_date <> o.service_date or e.booked_on <> greatest(o.booked_on, s.first_open))
    order by e.number, e.version, e.kind limit 1`;
  return row?.difference ?? null;
}
