import { signedBalance } from "@/lib/ledger/domain/signed-balance";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import { REVERSAL, SETTLING_KINDS } from "../domain/document-kind";

export type AccountSums = {
  readonly accountId: number;
  readonly name: string;
  readonly partyId: number;
  readonly balanceMinor: bigint;
  /** Payments and write-offs less refunds. */
  readonly settledMinor: bigint;
  readonly allocatedMinor: bigint;
};

type Row = {
  account_id: bigint;
  name: string;
  party_id: bigint;
  debit: string;
  credit: string;
  settling_debit: string;
  settling_credit: string;
  allocated: string;
};

const KINDS = SETTLING_KINDS.flatMap((kind) => [kind, `${kind}${REVERSAL}`]);

/** Sums of the accounts of one type that have entries, by name; all or one account. At most `limit`. */
export async function readAccountSums(
  tx: Tx,
  type: OwnerType,
  { accountId = null, limit }: { readonly accountId?: number | null; readonly limit: number },
): Promise<AccountSums[]> {
  const of = (column: Prisma.Sql) =>
    accountId === null ? Prisma.empty : Prisma.sql`and ${column} = ${accountId}::bigint`;
  const rows = await tx.$queryRaw<Row[]>`
    select a.id as account_id, coalesce(b.name, t.name) as name, coalesce(b.id, t.id) as party_id, s.debit::text,
      s.credit::text, s.settling_debit::text, s.settling_credit::text,
      coalesce(l.allocated, 0)::text as allocated
    from (
      select account_id, sum(debit_minor) as debit, sum(credit_minor) as credit,
        coalesce(sum(debit_minor) filter (where kind = any(${KINDS}::text[])), 0) as settling_debit,
        coalesce(sum(credit_minor) filter (where kind = any(${KINDS}::text[])), 0) as settling_credit
      from balance
      where company_id = ${tx.company} ${of(Prisma.sql`account_id`)}
      group by account_id
    ) s
    join account a on a.company_id = ${tx.company} and a.id = s.account_id
      and (case when a.buyer_id is not null then 'buyer' when a.traffic_source_id is not null then 'traffic_source' end) = ${type}
    left join buyer b on b.company_id = ${tx.company} and b.id = a.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = a.traffic_source_id
    left join (
      select st.account_id, sum(al.amount_minor) as allocated
      from allocation al
      join statement st on st.company_id = ${tx.company} and st.number = al.statement_number
      where al.company_id = ${tx.company} ${of(Prisma.sql`st.account_id`)}
      group by st.account_id
    ) l on l.account_id = a.id
    order by lower(coalesce(b.name, t.name)), a.id limit ${limit}`;
  return rows.map((row) => ({
    accountId: Number(row.account_id),
    name: row.name,
    partyId: Number(row.party_id),
    balanceMinor: signedBalance(type, BigInt(row.debit), BigInt(row.credit)),
    settledMinor: -signedBalance(type, BigInt(row.settling_debit), BigInt(row.settling_credit)),
    allocatedMinor: BigInt(row.allocated),
  }));
}
