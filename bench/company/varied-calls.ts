import { inCompany } from "@/lib/platform/sql/in-company";
import type { GivenContext } from "@/lib/testing/factories/given-company";

const CALLERS = 20_000;

/** Calls of many callers, with varied durations and tokens, three a minute; a third converts by duration. */
export async function variedCalls(ctx: GivenContext, count: number): Promise<void> {
  const { offer, buyer, trafficSource } = ctx;
  await inCompany(ctx.company.id, async (tx) => {
    await tx.$executeRaw`
      insert into call (company_id, offer_id, buyer_id, traffic_source_id, started_at, answered_at, ended_at,
        duration_seconds, connected_seconds, caller_hash, caller_masked, version, buyer_converted, buyer_mechanism,
        buyer_decided_at, buyer_decided_version, revenue_minor, revenue_from, charge_version)
      select ${tx.company}::bigint, ${offer.id}::bigint, ${buyer.id}::bigint, ${trafficSource.id}::bigint, began,
        began + interval '6 seconds', began + (6 + seconds) * interval '1 second', 6 + seconds, seconds,
        sha256(caller::text::bytea), '•••• 0142', converted::integer, converted, case when converted then 'duration' end,
        case when converted then began end, case when converted then 1 end, case when converted then 1000 else 0 end,
        case when converted then 'terms' end, case when converted then 1 end
      from (
        select ${ctx.now()}::timestamptz - position * interval '20 seconds' as began, position % 240 as seconds,
          position % ${CALLERS}::integer as caller, position % 3 = 0 as converted
        from generate_series(1, ${count}::integer) as position
      ) as calls`;
    await tx.$executeRaw`
      insert into call_person (company_id, call_id, caller, tokens)
      select call.company_id, call.id, '+13035550142', jsonb_build_object('zip', (80200 + id % 40)::text,
        'age', (30 + id % 50)::text, 'campaign', case when id % 2 = 0 then 'solar_fall' else 'roof_spring' end,
        'booked', (id % 7 = 0)::text, 'quote', (10 + id % 30)::text || '.50')
      from call where call.company_id = ${tx.company}::bigint`;
  });
}
