import { randomBytes } from "node:crypto";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { movedTo } from "./moved-to";
import { openSince } from "./open-since";

/**
 * Whether the entries of calls match the changes, compared as two sums of hashes, which reads each side once without a
 * join. The seed is random, so nobody can construct two differences that cancel out.
 */
export async function entriesFit(tx: SqlTx): Promise<boolean> {
  const seed = randomBytes(8).readBigInt64BE();
  const [row] = await tx.$queryRaw<{ fit: boolean }[]>`
    with open_since as materialized (${openSince(tx)}),
    moved as materialized (${movedTo(tx)}),
    derived as (
      select sum(num_nonnulls(c.charge_minor, c.payout_minor, c.closes_charge, c.closes_payout)) as entries,
        sum(
          case when c.charge_minor is null then 0 else hash_record_extended(row(c.call_id, c.version, 'charge'::text,
            c.charge_account_id, h.revenue_account_id, c.charge_account_id, c.charge_minor, c.billed_with, true,
            null::integer), ${seed}::bigint) end::numeric
          + case when c.payout_minor is null then 0 else hash_record_extended(row(c.call_id, c.version, 'payout'::text,
            h.traffic_cost_account_id, c.payout_account_id, c.payout_account_id, c.payout_minor, c.billed_with, true,
            null::integer), ${seed}::bigint) end
          + case when c.closes_charge is null then 0 else hash_record_extended(row(c.call_id, c.version, 'credit'::text,
            null::bigint, null::bigint, null::bigint, null::bigint, null::date, true, c.closes_charge), ${seed}::bigint) end
          + case when c.closes_payout is null then 0 else hash_record_extended(row(c.call_id, c.version, 'clawback'::text,
            null::bigint, null::bigint, null::bigint, null::bigint, null::date, true, c.closes_payout), ${seed}::bigint) end
        ) as hash
      from (
        select h.*, coalesce(m.service_date, h.service_date) as billed_with
        from call_change h
        left join moved m on m.call_id = h.call_id and m.version = h.version
        where h.company_id = ${tx.company}
      ) c
      cross join (select revenue_account_id, traffic_cost_account_id from ledger_head where company_id = ${tx.company}) h
      where c.company_id = ${tx.company} and not exists (
        select from billing_queue q where q.company_id = ${tx.company} and q.call_id = c.call_id and q.version = c.version)
    ),
    posted as (
      select count(*) as entries,
        sum(case when e.offsets_version is null
          then hash_record_extended(row(e.number, e.version, e.kind, e.debit_account_id, e.credit_account_id,
            e.party_account_id, e.amount_minor, e.service_date, e.booked_on = greatest(e.service_date, o.first_open),
            null::integer), ${seed}::bigint)
          else hash_record_extended(row(e.number, e.version, e.kind, null::bigint, null::bigint, null::bigint,
            null::bigint, null::date, o.number is not null, e.offsets_version), ${seed}::bigint)
        end::numeric) as hash
      from entry e
      left join open_since o on o.number = e.rollup_number
      where e.company_id = ${tx.company} and e.source = 'call'
    )
    select (coalesce(derived.entries, 0), derived.hash) is not distinct from (posted.entries, posted.hash) as fit
    from derived cross join posted`;
  return row?.fit ?? false;
}
