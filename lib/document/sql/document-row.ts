import type { OwnerType } from "@/lib/party/domain/account-owner";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

type By = { readonly type: string; readonly name: string | null };

/** A document with its party and reversal; permissions are not applied yet. */
export type DocumentRow = {
  readonly number: number;
  readonly kind: string;
  readonly party: { readonly type: OwnerType; readonly id: number; readonly name: string };
  readonly accountId: number;
  readonly debitAccountId: number;
  readonly creditAccountId: number;
  /** The kind of the company account it is posted against. */
  readonly against: string;
  readonly amountMinor: bigint;
  readonly dated: string;
  readonly bookedOn: string;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly by: By;
  /** The statement that lists it; null until one does. */
  readonly statement: number | null;
  readonly reversal: {
    readonly dated: string;
    readonly bookedOn: string;
    readonly reason: string | null;
    readonly createdAt: Date;
    readonly by: By;
  } | null;
};

export type DocumentColumns = {
  number: bigint;
  kind: string;
  buyer_id: bigint | null;
  party_id: bigint;
  party_name: string;
  party_account_id: bigint;
  debit_account_id: bigint;
  credit_account_id: bigint;
  against: string;
  amount_minor: bigint;
  dated: string;
  booked_on: string;
  reference: string | null;
  reason: string | null;
  created_at: Date;
  actor_type: string;
  actor_name: string | null;
  statement: bigint | null;
  r_dated: string | null;
  r_booked_on: string | null;
  r_reason: string | null;
  r_created_at: Date | null;
  r_actor_type: string | null;
  r_actor_name: string | null;
};

export function documentsWhere(tx: Tx, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select d.number, d.kind, a.buyer_id, coalesce(a.buyer_id, a.traffic_source_id) as party_id,
      coalesce(b.name, t.name) as party_name, d.party_account_id, d.debit_account_id, d.credit_account_id, c.kind as against,
      d.amount_minor,
      to_char(d.dated, 'YYYY-MM-DD') as dated, to_char(e.booked_on, 'YYYY-MM-DD') as booked_on, n.reference, n.reason,
      d.created_at, d.actor_type, coalesce(m.name, k.name) as actor_name,
      coalesce(d.statement_number, (
        select number from statement where company_id = ${tx.company} and account_id = d.party_account_id
          and cycle_end >= e.booked_on and through_rollup >= d.rollup_number
        order by cycle_end limit 1
      )) as statement,
      to_char(r.dated, 'YYYY-MM-DD') as r_dated, to_char(re.booked_on, 'YYYY-MM-DD') as r_booked_on, rn.reason as r_reason,
      r.created_at as r_created_at, r.actor_type as r_actor_type, coalesce(rm.name, rk.name) as r_actor_name
    from document d
    join account a on a.company_id = ${tx.company} and a.id = d.party_account_id
    join account c on c.company_id = ${tx.company}
      and c.id = case d.party_account_id when d.debit_account_id then d.credit_account_id else d.debit_account_id end
    join entry e on e.company_id = ${tx.company} and e.source = 'document' and e.number = d.number
      and e.version = d.revision and e.kind = d.kind
    left join buyer b on b.company_id = ${tx.company} and b.id = a.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = a.traffic_source_id
    left join document_note n on n.company_id = ${tx.company} and n.number = d.number and n.revision = d.revision
    left join member m on d.actor_type = 'member' and m.company_id = ${tx.company} and m.id = d.actor_id
    left join api_key k on d.actor_type = 'api_key' and k.company_id = ${tx.company} and k.id = d.actor_id
    left join document r on r.company_id = ${tx.company} and r.number = d.number and r.revision = 2
    left join entry re on re.company_id = ${tx.company} and re.source = 'document' and re.number = r.number
      and re.version = r.revision and re.kind = r.kind
    left join document_note rn on rn.company_id = ${tx.company} and rn.number = r.number and rn.revision = r.revision
    left join member rm on r.actor_type = 'member' and rm.company_id = ${tx.company} and rm.id = r.actor_id
    left join api_key rk on r.actor_type = 'api_key' and rk.company_id = ${tx.company} and rk.id = r.actor_id
    where d.company_id = ${tx.company} and d.revision = 1 and ${condition}`;
}

export function documentRow(row: DocumentColumns): DocumentRow {
  const { r_dated, r_booked_on, r_created_at, r_actor_type } = row;
  return {
    number: Number(row.number),
    kind: row.kind,
    party: {
      type: row.buyer_id === null ? "traffic_source" : "buyer",
      id: Number(row.party_id),
      name: row.party_name,
    },
    accountId: Number(row.party_account_id),
    debitAccountId: Number(row.debit_account_id),
    creditAccountId: Number(row.credit_account_id),
    against: row.against,
    amountMinor: row.amount_minor,
    dated: row.dated,
    bookedOn: row.booked_on,
    reference: row.reference,
    reason: row.reason,
    createdAt: row.created_at,
    by: { type: row.actor_type, name: row.actor_name },
    statement: row.statement === null ? null : Number(row.statement),
    reversal:
      r_dated === null || r_booked_on === null || r_created_at === null || r_actor_type === null
        ? null
        : {
            dated: r_dated,
            bookedOn: r_booked_on,
            reason: row.r_reason,
            createdAt: r_created_at,
            by: { type: r_actor_type, name: row.r_actor_name },
          },
  };
}
