import { inCompany } from "@/lib/platform/sql/in-company";
import type { GivenContext } from "@/lib/testing/factories/given-company";

export type BenchCall = { readonly id: number; readonly uuid: string };

/** Undecided calls, many at a time. Inserted directly: intake is not measured here. */
export async function benchCalls(ctx: GivenContext, count: number): Promise<BenchCall[]> {
  const { offer, buyer, trafficSource } = ctx;
  const rows = await inCompany(ctx.company.id, async (tx) => {
    const calls = await tx.$queryRaw<{ id: bigint; uuid: string }[]>`
      insert into call (company_id, offer_id, buyer_id, traffic_source_id, started_at, answered_at, ended_at,
        duration_seconds, connected_seconds)
      select ${tx.company}::bigint, ${offer.id}::bigint, ${buyer.id}::bigint, ${trafficSource.id}::bigint, began,
        began + interval '6 seconds', began + interval '90 seconds', 90, 84
      from (select ${ctx.now()}::timestamptz - position * interval '1 second' as began
        from generate_series(1, ${count}::integer) as position) as starts
      returning id, uuid::text`;
    await tx.$executeRaw`
      insert into call_person (company_id, call_id, caller, tokens)
      select ${tx.company}::bigint, id, '+13035550142', '{"zip": "80202"}'
      from unnest(${calls.map(({ id }) => id)}::bigint[]) as id`;
    return calls;
  });
  return rows.map(({ id, uuid }) => ({ id: Number(id), uuid }));
}
