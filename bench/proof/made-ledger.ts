import { CHANGE_DIGEST } from "@/lib/audit/sql/change-digest";
import { rollUp } from "@/lib/ledger/roll-up";
import { inCompany } from "@/lib/platform/sql/in-company";
import { type GivenContext, givenCompany } from "@/lib/testing/factories/given-company";

const CALLS_A_STATEMENT = 50_000;
const ENTRIES_OF_FOUR_CALLS = 10;

/**
 * A ledger of about this many entries: calls converted on both sides, every fourth reversed. The changes are written by
 * SQL, the entries are posted by rollups.
 */
export async function madeLedger(entries: number): Promise<GivenContext> {
  const { ctx } = await givenCompany();
  const calls = Math.ceil((entries / ENTRIES_OF_FOUR_CALLS) * 4);
  for (let made = 0; made < calls; made += CALLS_A_STATEMENT) {
    await makeCalls(ctx, made, Math.min(CALLS_A_STATEMENT, calls - made));
    await rollUp(ctx);
  }
  return ctx;
}

/** Inserts calls six seconds apart, each for one of two buyers. */
function makeCalls(ctx: GivenContext, before: number, count: number): Promise<void> {
  const { offer, buyer, otherBuyer, trafficSource } = ctx;
  return inCompany(ctx.company.id, async (tx) => {
    await tx.$executeRaw`set local enable_nestloop = off`;
    await tx.$executeRaw`
      insert into call (company_id, external_id, offer_id, buyer_id, traffic_source_id, started_at, version,
        buyer_converted, buyer_mechanism, buyer_decided_at, revenue_minor, revenue_from,
        offer_converted, offer_mechanism, offer_decided_at, payout_minor, payout_from, charge_version, payout_version)
      select ${tx.company}::bigint, 'made ' || n, ${offer.id}::bigint,
        case when n % 2 = 0 then ${buyer.id}::bigint else ${otherBuyer.id}::bigint end, ${trafficSource.id}::bigint,
        ${ctx.now()}::timestamptz - n * interval '6 seconds', case when n % 4 = 0 then 2 else 1 end,
        n % 4 > 0, 'import', ${ctx.now()}::timestamptz, 1000, 'terms',
        n % 4 > 0, 'import', ${ctx.now()}::timestamptz, 600, 'terms',
        case when n % 4 > 0 then 1 end, case when n % 4 > 0 then 1 end
      from generate_series(${before + 1}::integer, ${before + count}::integer) as n`;
    await tx.$executeRaw`
      insert into call_change (company_id, call_id, version, changed_at, mechanism, actor_type, service_date,
        buyer_converted_from, buyer_converted_to, buyer_mechanism_from, buyer_mechanism_to, buyer_locked_from, buyer_locked_to,
        buyer_from, buyer_to, revenue_from_minor, revenue_to_minor, offer_converted_from, offer_converted_to,
        offer_mechanism_from, offer_mechanism_to, offer_locked_from, offer_locked_to, traffic_source_from,
        traffic_source_to, payout_from_minor, payout_to_minor,
        charge_account_id, charge_minor, payout_account_id, payout_minor, closes_charge, closes_payout)
      select c.company_id, c.id, v.version, ${ctx.now()}::timestamptz, 'import', 'system',
        (c.started_at at time zone ${ctx.company.timeZone})::date,
        v.version = 2, v.version = 1, case when v.version = 2 then 'import' end, 'import', false, false,
        c.buyer_id, c.buyer_id, case when v.version = 2 then 1000 else 0 end, 1000, v.version = 2, v.version = 1,
        case when v.version = 2 then 'import' end, 'import', false, false, c.traffic_source_id, c.traffic_source_id,
        case when v.version = 2 then 600 else 0 end, 600,
        case when v.version = 1 then b.id end, case when v.version = 1 then 1000 end,
        case when v.version = 1 then t.id end, case when v.version = 1 then 600 end,
        case when v.version = 2 then 1 end, case when v.version = 2 then 1 end
      from (select * from call where company_id = ${tx.company}
        and external_id in (select 'made ' || n from generate_series(${before + 1}::integer, ${before + count}::integer) as n)) c
      join account b on b.company_id = ${tx.company} and b.buyer_id = c.buyer_id
      join account t on t.company_id = ${tx.company} and t.traffic_source_id = c.traffic_source_id
      cross join generate_series(1, c.version) as v(version)`;
    await tx.$executeRaw`
      insert into billing_queue (company_id, call_id, version, offer_id, service_date, change_digest)
      select c.company_id, c.call_id, c.version, ${offer.id}::bigint, c.service_date, ${CHANGE_DIGEST}
      from (
        select h.*, call.uuid, call.offer_id, call.external_id from call_change h
        join call on call.company_id = ${tx.company} and call.id = h.call_id where h.company_id = ${tx.company}
      ) c
      where c.external_id in (
        select 'made ' || n from generate_series(${before + 1}::integer, ${before + count}::integer) as n)`;
  });
}
