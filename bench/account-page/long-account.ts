import type { Party } from "@/lib/party/contract";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { GivenContext } from "@/lib/testing/factories/given-company";

export type LongAccount = {
  readonly entries: number;
  readonly days: number;
  readonly rareOffer: Pick<Party, "id" | "name">;
  readonly aCall: number;
};

const DAYS_AT_ONCE = 5;
const ENTRIES_A_CALL = 4;
/** One call in this many is of the rare offer. */
const RARE = 5_000;

/**
 * Calls of the buyer over the days until yesterday, each converted and reversed twice, with entries, balances and a
 * rollup per day. Inserted directly: rollups are measured elsewhere.
 */
export async function fillLongAccount(
  ctx: GivenContext,
  buyer: Pick<Party, "id" | "name">,
  rareOffer: Pick<Party, "id" | "name">,
  { days, callsADay }: { readonly days: number; readonly callsADay: number },
): Promise<LongAccount> {
  const { company, offer, trafficSource } = ctx;
  const accounts = await inCompany(company.id, (tx) => tx.account.findMany({ where: { companyId: tx.company } }));
  const receivable = accounts.find(({ buyerId }) => Number(buyerId) === buyer.id)?.id;
  const revenue = accounts.find(({ kind }) => kind === "revenue")?.id;
  let aCall = 0;
  for (let daysAgo = days; daysAgo > 0; daysAgo -= DAYS_AT_ONCE) {
    await inCompany(company.id, async (tx) => {
      const [{ first = 0n, last = 0n } = {}] = await tx.$queryRaw<{ first: bigint; last: bigint }[]>`
        with made as (
          insert into call (company_id, offer_id, buyer_id, traffic_source_id, started_at, answered_at, ended_at,
            duration_seconds, connected_seconds)
          select ${tx.company}::bigint, case when n % ${RARE}::integer = 0 then ${rareOffer.id}::bigint else ${offer.id}::bigint end,
            ${buyer.id}::bigint, ${trafficSource.id}::bigint, began, began + interval '6 seconds',
            began + interval '90 seconds', 90, 84
          from (
            select n, day + n % ${callsADay}::integer * interval '1 second' as began
            from generate_series(${daysAgo - DAYS_AT_ONCE}::integer, ${daysAgo - 1}::integer) as ago
            cross join lateral (select ${ctx.now()}::timestamptz - (1 + ago) * interval '1 day' as day) d
            cross join generate_series(1, ${callsADay}::integer) as n
          ) starts
          order by began
          returning id
        ) select min(id) as first, max(id) as last from made`;
      aCall = Number(first);
      await tx.$executeRaw`
        insert into rollup (company_id, number, started_at, posted_at, change_count, entry_count, previous_digest, digest)
        select ${tx.company}::bigint, 1 + coalesce(max(number), 0), now(), now(), 0, 0, '',
          sha256(random()::text::bytea)
        from rollup where rollup.company_id = ${tx.company}`;
      await tx.$executeRaw`
        insert into entry (company_id, source, number, version, kind, rollup_number, debit_account_id, credit_account_id,
          amount_minor, booked_on, service_date, party_account_id, offsets_version, offsets_kind)
        select c.company_id, 'call', c.id, v.version, case when takes_back then 'credit' else 'charge' end,
          (select max(number) from rollup where rollup.company_id = ${tx.company}),
          case when takes_back then ${revenue}::bigint else ${receivable}::bigint end,
          case when takes_back then ${receivable}::bigint else ${revenue}::bigint end,
          1000, c.started_at::date, c.started_at::date, ${receivable}::bigint,
          case when takes_back then v.version - 1 end, case when takes_back then 'charge' end
        from call c
        cross join generate_series(1, ${ENTRIES_A_CALL}::integer) as v(version)
        cross join lateral (select v.version % 2 = 0 as takes_back) t
        where c.company_id = ${tx.company} and c.id between ${first}::bigint and ${last}::bigint`;
      await tx.$executeRaw`
        insert into balance (company_id, account_id, booked_on, kind, offer_id, entry_count, debit_minor, credit_minor)
        select c.company_id, m.account, c.started_at::date, m.kind, c.offer_id, ${ENTRIES_A_CALL}::integer / 2 * count(*),
          ${ENTRIES_A_CALL}::integer / 2 * sum(m.debit), ${ENTRIES_A_CALL}::integer / 2 * sum(m.credit)
        from call c
        cross join (values
          (${receivable}::bigint, 'charge', 1000, 0), (${revenue}::bigint, 'charge', 0, 1000),
          (${receivable}::bigint, 'credit', 0, 1000), (${revenue}::bigint, 'credit', 1000, 0)
        ) as m(account, kind, debit, credit)
        where c.company_id = ${tx.company} and c.id between ${first}::bigint and ${last}::bigint
        group by 1, 2, 3, 4, 5
        on conflict (company_id, account_id, booked_on, kind, offer_id) do update set
          entry_count = balance.entry_count + excluded.entry_count,
          debit_minor = balance.debit_minor + excluded.debit_minor,
          credit_minor = balance.credit_minor + excluded.credit_minor`;
    });
  }
  return { entries: days * callsADay * ENTRIES_A_CALL, days, rareOffer, aCall };
}
