import type { Tx } from "@/lib/platform/sql/in-company";

/** Posted amounts of an account, of one kind and offer. */
export type AccountSum = {
  readonly kind: string;
  readonly offer: { readonly id: number; readonly name: string } | null;
  readonly entries: number;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
};

type Row = {
  kind: string;
  offer_id: bigint;
  offer_name: string | null;
  entries: bigint;
  debit: string;
  credit: string;
};

/** All posted amounts of an account, from balances only. */
export async function sumsOfAccount(tx: Tx, accountId: number): Promise<AccountSum[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select s.kind, s.offer_id, o.name as offer_name, s.entries, s.debit, s.credit from (
      select kind, offer_id, sum(entry_count)::bigint as entries, sum(debit_minor)::text as debit,
        sum(credit_minor)::text as credit
      from balance where balance.company_id = ${tx.company} and balance.account_id = ${accountId}::bigint
      group by kind, offer_id
    ) s
    left join offer o on o.company_id = ${tx.company} and o.id = s.offer_id
    order by lower(o.name), s.offer_id, s.kind`;
  return rows.map((row) => ({
    kind: row.kind,
    offer: row.offer_id === 0n ? null : { id: Number(row.offer_id), name: row.offer_name ?? "" },
    entries: Number(row.entries),
    debitMinor: BigInt(row.debit),
    creditMinor: BigInt(row.credit),
  }));
}
