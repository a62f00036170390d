import type { SqlTx } from "@/lib/platform/sql/in-company";
import { movedTo } from "./moved-to";

export type WrongChange = {
  readonly callId: string;
  readonly version: number;
  readonly wrong: "order" | "before" | "charge" | "payout" | "after" | "queue" | "day";
};

/**
 * The first change that does not follow from the previous one, bills something other than its sides say, or does not
 * lead to the current call. Intake may fill an empty party between two changes. A queued change has its own day: that
 * of the change, or of a corrected start.
 */
export async function findWrongChange(tx: SqlTx): Promise<WrongChange | null> {
  const [row] = await tx.$queryRaw<WrongChange[]>`
    with log as (
      select c.*, lag(version, 1, 0) over w as version_before,
        lag(buyer_converted_to, 1, false) over w as buyer_before, lag(revenue_to_minor, 1, 0::bigint) over w as revenue_before,
        lag(offer_converted_to, 1, false) over w as offer_before, lag(payout_to_minor, 1, 0::bigint) over w as payout_before,
        lag(buyer_to) over w as buyer_id_before, lag(traffic_source_to) over w as source_before,
        lead(version) over w is null as is_last,
        buyer_converted_from and revenue_from_minor > 0 as charge_was, buyer_converted_to and revenue_to_minor > 0 as charge_is,
        offer_converted_from and payout_from_minor > 0 as payout_was, offer_converted_to and payout_to_minor > 0 as payout_is
      from call_change c where c.company_id = ${tx.company}
      window w as (partition by call_id order by version)
    ),
    judged as (
      select coalesce(l.call_id, c.id) as call_id, coalesce(l.version, c.version) as version,
        case
          when l.call_id is null or l.version <> l.version_before + 1 then 'order'
          when l.buyer_converted_from <> l.buyer_before or l.revenue_from_minor <> l.revenue_before
            or l.offer_converted_from <> l.offer_before or l.payout_from_minor <> l.payout_before
            or l.buyer_from is distinct from coalesce(l.buyer_id_before, l.buyer_from)
            or l.traffic_source_from is distinct from coalesce(l.source_before, l.traffic_source_from) then 'before'
          when l.charge_minor is distinct from (case when l.charge_is and l.charge_differs then l.revenue_to_minor end)
            or b.buyer_id is distinct from (case when l.charge_is and l.charge_differs then l.buyer_to end)
            or (l.closes_charge is not null) <> (l.charge_was and l.charge_differs) then 'charge'
          when l.payout_minor is distinct from (case when l.payout_is and l.payout_differs then l.payout_to_minor end)
            or p.traffic_source_id is distinct from (case when l.payout_is and l.payout_differs then l.traffic_source_to end)
            or (l.closes_payout is not null) <> (l.payout_was and l.payout_differs) then 'payout'
          when l.is_last and (c.id is null or c.version <> l.version
            or c.buyer_converted <> l.buyer_converted_to or c.revenue_minor <> l.revenue_to_minor
            or c.offer_converted <> l.offer_converted_to or c.payout_minor <> l.payout_to_minor
            or c.buyer_id is distinct from coalesce(l.buyer_to, c.buyer_id)
            or c.traffic_source_id is distinct from coalesce(l.traffic_source_to, c.traffic_source_id)) then 'after'
        end as wrong
      from (
        select *,
          charge_was <> charge_is or (charge_was and (revenue_from_minor <> revenue_to_minor or buyer_from <> buyer_to)) as charge_differs,
          payout_was <> payout_is
            or (payout_was and (payout_from_minor <> payout_to_minor or traffic_source_from <> traffic_source_to)) as payout_differs
        from log
      ) l
      full join (
        select id, version, buyer_converted, revenue_minor, offer_converted, payout_minor, buyer_id, traffic_source_id
        from call where company_id = ${tx.company} and version > 0
      ) c on c.id = l.call_id
      left join account b on b.company_id = ${tx.company} and b.id = l.charge_account_id
      left join account p on p.company_id = ${tx.company} and p.id = l.payout_account_id
    )
    select call_id::text as "callId", version, wrong from judged where wrong is not null
    union all
    select q.call_id::text, q.version, case when q.service_date <> coalesce(m.service_date, c.service_date) then 'day' else 'queue' end
    from billing_queue q
    left join call_change c on c.company_id = ${tx.company} and c.call_id = q.call_id and c.version = q.version
    left join (${movedTo(tx)}) m on m.call_id = q.call_id and m.version = q.version
    where q.company_id = ${tx.company}
      and (num_nonnulls(c.charge_minor, c.payout_minor, c.closes_charge, c.closes_payout) = 0
        or q.service_date <> coalesce(m.service_date, c.service_date))
    limit 1`;
  return row ?? null;
}
