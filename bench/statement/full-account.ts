import { createOffers } from "@/lib/party/create-offers";
import { inCompany } from "@/lib/platform/sql/in-company";
import type { GivenContext } from "@/lib/testing/factories/given-company";

const OFFERS = 20;
const CREDITED_EVERY = 10;

/**
 * Charges of the company's buyer over the days of a month, with a credit for every tenth. Inserted directly: rollups
 * are measured elsewhere. Returns the number of entries.
 */
export async function fillAccount(ctx: GivenContext, month: string, entries: number): Promise<number> {
  const offers = await createOffers(
    ctx,
    Array.from({ length: OFFERS }, (_, place) => `Offer ${place + 1}`),
  );
  return inCompany(ctx.company.id, async (tx) => {
    const accounts = await tx.account.findMany({ where: { companyId: tx.company } });
    const receivable = accounts.find(({ buyerId }) => Number(buyerId) === ctx.buyer.id)?.id;
    const revenue = accounts.find(({ kind }) => kind === "revenue")?.id;
    const charges = Math.round((entries * CREDITED_EVERY) / (CREDITED_EVERY + 1));
    const days = `${month}-01`;
    await tx.$executeRaw`
      create temporary table bench_line on commit drop as
      select n as number, ${days}::date + (n * 28 / ${charges}::integer)::integer as day,
        ${offers.map(({ id }) => id)}::bigint[] as offers
      from generate_series(1, ${charges}::integer) as n`;
    const posted = await tx.$executeRaw`
      insert into entry (company_id, source, number, version, kind, rollup_number, debit_account_id, credit_account_id,
        amount_minor, booked_on, service_date, party_account_id)
      select ${tx.company}::bigint, 'call', number, 1, 'charge', 1, ${receivable}::bigint, ${revenue}::bigint, 1000, day,
        day, ${receivable}::bigint
      from bench_line`;
    const credited = await tx.$executeRaw`
      insert into entry (company_id, source, number, version, kind, rollup_number, debit_account_id, credit_account_id,
        amount_minor, booked_on, service_date, party_account_id, offsets_version, offsets_kind)
      select ${tx.company}::bigint, 'call', number, 2, 'credit', 1, ${revenue}::bigint, ${receivable}::bigint, 1000, day,
        day, ${receivable}::bigint, 1, 'charge'
      from bench_line where number % ${CREDITED_EVERY}::integer = 0`;
    await tx.$executeRaw`
      insert into balance (company_id, account_id, booked_on, kind, offer_id, entry_count, debit_minor, credit_minor)
      select ${tx.company}::bigint, m.account, l.day, k.kind, l.offers[1 + l.number % ${OFFERS}::integer], count(*),
        sum(m.debit), sum(m.credit)
      from bench_line l
      cross join (values ('charge'), ('credit')) as k(kind)
      cross join lateral (values
        (${receivable}::bigint, case when k.kind = 'charge' then 1000 else 0 end, case when k.kind = 'charge' then 0 else 1000 end),
        (${revenue}::bigint, case when k.kind = 'charge' then 0 else 1000 end, case when k.kind = 'charge' then 1000 else 0 end)
      ) as m(account, debit, credit)
      where k.kind = 'charge' or l.number % ${CREDITED_EVERY}::integer = 0
      group by 2, 3, 4, 5`;
    return posted + credited;
  });
}
