import type { Day } from "@/lib/base/day";
import type { AccountOwner } from "@/lib/party/domain/account-owner";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

/** A party's account with entries, and the number of its last statement. */
export type IssuingAccount = {
  readonly accountId: number;
  readonly owner: AccountOwner;
  readonly name: string;
  readonly firstDay: Day;
  readonly lastNumber: number | null;
};

type Row = {
  id: bigint;
  buyer_id: bigint | null;
  traffic_source_id: bigint | null;
  name: string;
  first_day: string;
  last_number: bigint | null;
};

/** In order of id, after a given account; only one owner's if named. */
export async function listIssuingAccounts(
  tx: Tx,
  { after, atMost, accountId }: { readonly after: number; readonly atMost: number; readonly accountId: number | null },
): Promise<IssuingAccount[]> {
  const only = accountId === null ? Prisma.empty : Prisma.sql`and a.id = ${accountId}::bigint`;
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, a.buyer_id, a.traffic_source_id, coalesce(b.name, t.name) as name,
      to_char(f.booked_on, 'YYYY-MM-DD') as first_day, l.number as last_number
    from account a
    left join buyer b on b.company_id = ${tx.company} and b.id = a.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = a.traffic_source_id
    cross join lateral (
      select booked_on from balance where balance.company_id = ${tx.company} and balance.account_id = a.id
      order by booked_on limit 1
    ) f
    left join lateral (
      select number from statement where statement.company_id = ${tx.company} and statement.account_id = a.id
      order by cycle_end desc limit 1
    ) l on true
    where a.company_id = ${tx.company} and a.id > ${after}::bigint
      and (a.buyer_id is not null or a.traffic_source_id is not null) ${only}
    order by a.id limit ${atMost}::integer`;
  return rows.map((row) => ({
    accountId: Number(row.id),
    owner: {
      type: row.buyer_id === null ? "traffic_source" : "buyer",
      id: Number(row.buyer_id ?? row.traffic_source_id),
    },
    name: row.name,
    firstDay: row.first_day,
    lastNumber: row.last_number === null ? null : Number(row.last_number),
  }));
}

/** Offer names by id. */
export async function offerNames(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.offer.findMany({
    where: { companyId: tx.company, id: { in: ids.map(BigInt) } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [Number(id), name]));
}
