import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

const WHEN_AND_WHO = Prisma.sql`extract(epoch from created_at), actor_type, actor_id`;

/**
 * Immutable records beside the entries, one line each: accounts, allocations, terms, authors of documents, previews of
 * closings. `which` selects rows.
 */
export function accountFacts(tx: SqlTx, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select 'account' as kind, account.id as number, 0 as place,
      concat_ws('|', account.kind, 'buyer ' || buyer_id, 'source ' || traffic_source_id) as content
    from account where account.company_id = ${tx.company} and ${which}`;
}

export function allocationFacts(tx: SqlTx, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select 'allocation' as kind, number, place,
      concat_ws('|', statement_number, amount_minor, ${WHEN_AND_WHO}) as content
    from allocation where allocation.company_id = ${tx.company} and ${which}`;
}

export function closingFacts(tx: SqlTx, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select 'closing' as kind, extract(year from month)::bigint * 100 + extract(month from month)::bigint as number, 0 as place,
      concat_ws('|', encode(sha256(convert_to(preview::text, 'UTF8')), 'hex'), extract(epoch from closed_at), actor_type, actor_id) as content
    from period where period.company_id = ${tx.company} and ${which}`;
}

export function documentFacts(tx: SqlTx, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select 'document' as kind, number, revision as place,
      concat_ws('|', 'statement ' || statement_number, ${WHEN_AND_WHO}) as content
    from document where document.company_id = ${tx.company} and ${which}`;
}

export function termsFacts(tx: SqlTx, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select 'terms' as kind, account_id as number, version as place,
      concat_ws('|', encode(sha256(convert_to(profile::text, 'UTF8')), 'hex'), ${WHEN_AND_WHO}) as content
    from billing_profile where billing_profile.company_id = ${tx.company} and ${which}`;
}

/** Currency and time zone of the books, valid from this link on. */
export function companyFact(tx: SqlTx, number: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select 'company' as kind, ${number} as number, 0 as place, concat_ws('|', company.currency, company.time_zone) as content
    from company where company.id = ${tx.company}`;
}

/** Queues new records to be sealed by the next link. */
export async function keepFacts(tx: SqlTx, facts: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`
    insert into ledger_fact (company_id, kind, number, place, content)
    select h.company_id, f.kind, f.number, f.place, f.content
    from ledger_head h cross join (${facts}) f
    where h.company_id = ${tx.company}`;
}

/** Assigns waiting records to the link. The ledger head must be locked. */
export async function claimFacts(tx: SqlTx, number: number): Promise<void> {
  await tx.$executeRaw`
    update ledger_fact set rollup_number = ${number}::bigint
    where company_id = ${tx.company} and rollup_number is null`;
}

export async function hasLooseFacts(tx: SqlTx): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select from ledger_fact where company_id = ${tx.company} and rollup_number is null limit 1`;
  return rows.length > 0;
}

/** SHA-256 of the records `f` in key order; null for none. */
export const SEAL_OF_FACTS = Prisma.sql`sha256(convert_to(string_agg(concat_ws('|', f.kind, f.number, f.place, f.content),
  E'\\n' order by f.kind collate "C", f.number, f.place), 'UTF8'))`;
