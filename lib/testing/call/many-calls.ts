import { inCompany } from "@/lib/platform/sql/in-company";
import type { GivenContext } from "../factories/given-company";

/**
 * Calls in one statement, one a minute back from now: the other buyer's are one of a thousand, every third converted for
 * the buyer, each with a caller of its own, `+13` and nine digits.
 */
export async function givenManyCalls(ctx: GivenContext, count: number): Promise<void> {
  const { company, offer, buyer, otherBuyer, trafficSource } = ctx;
  await inCompany(company.id, async (tx) => {
    await tx.$executeRaw`
      insert into call (company_id, offer_id, buyer_id, traffic_source_id, external_id, started_at, answered_at,
        duration_seconds, connected_seconds, version, buyer_converted, buyer_mechanism, buyer_decided_at, revenue_minor,
        revenue_from, charge_version)
      select ${company.id}::bigint, ${offer.id}::bigint,
        case when place % 1000 = 0 then ${otherBuyer.id}::bigint else ${buyer.id}::bigint end,
        ${trafficSource.id}::bigint, 'many-' || place, began, began + interval '5 seconds', place % 300, place % 240,
        converted::integer, converted, case when converted then 'duration' end, case when converted then began end,
        case when converted then 100 + place % 5000 else 0 end, case when converted then 'terms' end,
        case when converted then 1 end
      from (
        select place, ${ctx.now()}::timestamptz - place * interval '1 minute' as began, place % 3 = 0 as converted
        from generate_series(1, ${count}::integer) as place
      ) as calls`;
    await tx.$executeRaw`
      insert into call_person (company_id, call_id, caller, tokens)
      select call.company_id, call.id, '+13' || lpad((call.id * 7919 % 1000000000)::text, 9, '0'),
        jsonb_build_object('zip', (80200 + call.id % 4)::text)
      from call where call.company_id = ${company.id}::bigint`;
    await tx.$executeRaw`
      insert into feed (company_id, number, call_id, version, kind, changed_at)
      select call.company_id, row_number() over (order by call.id), call.id, 0, 'created', call.started_at
      from call where call.company_id = ${company.id}::bigint`;
    await tx.$executeRaw`
      update feed_head set number = ${count}::bigint where company_id = ${company.id}::bigint`;
  });
}
