import type { Tx } from "@/lib/platform/sql/in-company";

export type UnappliedDocument = {
  readonly number: number;
  readonly accountId: number;
  readonly unappliedMinor: bigint;
  /** Number of its allocations. */
  readonly version: number;
};

type Row = { number: bigint; party_account_id: bigint; unapplied: string; version: bigint };

/** Settlements of these accounts that are not fully allocated, oldest first, without refunds. */
export async function listUnappliedDocuments(tx: Tx, accountIds: readonly number[]): Promise<UnappliedDocument[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select d.number, d.party_account_id, (d.amount_minor - l.used)::text as unapplied, l.version
    from document d
    join account a on a.company_id = ${tx.company} and a.id = d.party_account_id
    cross join lateral (
      select coalesce(sum(amount_minor), 0) as used, count(*) as version from allocation
      where company_id = ${tx.company} and number = d.number
    ) l
    where d.company_id = ${tx.company} and d.party_account_id = any(${accountIds}::bigint[]) and d.revision = 1
      and (d.kind = 'payment' or d.kind = 'write_off' and a.buyer_id is not null) and d.amount_minor > l.used
      and not exists (
        select from document r where r.company_id = ${tx.company} and r.number = d.number and r.revision = 2)
    order by d.dated, d.number`;
  return rows.map((row) => ({
    number: Number(row.number),
    accountId: Number(row.party_account_id),
    unappliedMinor: BigInt(row.unapplied),
    version: Number(row.version),
  }));
}
