import type { SqlTx } from "@/lib/platform/sql/in-company";

type BilledParty = { readonly type: "buyer" | "traffic_source"; readonly id: number; readonly name: string };

export type PendingView = {
  readonly kind: string;
  readonly version: number;
  readonly amountMinor: bigint;
  readonly party: BilledParty;
  readonly offsetsVersion: number | null;
};

export type EntryView = PendingView & {
  readonly offsetsKind: string | null;
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly correction: boolean;
  /** `YYYY-MM-DD` in the company's time zone. */
  readonly serviceDate: string;
  readonly bookedOn: string;
  /** The statement that lists the entry; null until one does. */
  readonly statementNumber: number | null;
  readonly rollupNumber: number;
  readonly period: string;
  readonly postedAt: Date;
};

type PartyRow = { party_type: "buyer" | "traffic_source"; party_id: bigint; party_name: string };
type PendingRow = PartyRow & { kind: string; version: number; amount_minor: bigint; offsets_version: number | null };
type EntryRow = PendingRow & {
  offsets_kind: string | null;
  debit_kind: string;
  credit_kind: string;
  correction: boolean;
  service_date: string;
  booked_on: string;
  statement_number: bigint | null;
  rollup_number: bigint;
  period: string;
  posted_at: Date;
};

/** What the next rollup will post for this call, read from the queue as the rollup reads it. */
export async function readPending(tx: SqlTx, callId: number): Promise<PendingView[]> {
  const rows = await tx.$queryRaw<PendingRow[]>`
    select m.kind, m.version, m.amount_minor, m.offsets_version,
      case when a.buyer_id is null then 'traffic_source' else 'buyer' end as party_type,
      coalesce(a.buyer_id, a.traffic_source_id) as party_id, coalesce(b.name, t.name) as party_name
    from billing_queue q
    join call_change c on c.company_id = ${tx.company} and c.call_id = q.call_id and c.version = q.version
    left join call_change oc on oc.company_id = ${tx.company} and oc.call_id = q.call_id and oc.version = c.closes_charge
    left join call_change op on op.company_id = ${tx.company} and op.call_id = q.call_id and op.version = c.closes_payout
    cross join lateral (values
      ('charge', 1, q.version, c.charge_minor, c.charge_account_id, null::integer),
      ('payout', 2, q.version, c.payout_minor, c.payout_account_id, null),
      ('credit', 3, q.version, oc.charge_minor, oc.charge_account_id, c.closes_charge),
      ('clawback', 4, q.version, op.payout_minor, op.payout_account_id, c.closes_payout)
    ) as m(kind, place, version, amount_minor, account_id, offsets_version)
    join account a on a.company_id = ${tx.company} and a.id = m.account_id
    left join buyer b on b.company_id = ${tx.company} and b.id = a.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = a.traffic_source_id
    where q.company_id = ${tx.company} and q.call_id = ${callId} and m.amount_minor is not null
    order by q.version, m.place`;
  return rows.map(pending);
}

/**
 * Posted entries of this call, in posting order. Each row is looked up by key: without usable statistics the planner
 * once joined all accounts first, which took minutes.
 */
export async function readEntries(tx: SqlTx, callId: number): Promise<EntryView[]> {
  const rows = await tx.$queryRaw<EntryRow[]>`
    select e.kind, e.version, e.amount_minor, e.offsets_version, e.offsets_kind, d.kind as debit_kind, k.kind as credit_kind,
      e.booked_on > e.service_date as correction, to_char(e.service_date, 'YYYY-MM-DD') as service_date,
      to_char(e.booked_on, 'YYYY-MM-DD') as booked_on, s.number as statement_number, e.rollup_number, to_char(e.booked_on, 'YYYY-MM') as period, r.posted_at,
      case when p.buyer_id is null then 'traffic_source' else 'buyer' end as party_type,
      coalesce(p.buyer_id, p.traffic_source_id) as party_id, coalesce(b.name, t.name) as party_name
    from (
      select * from entry where entry.company_id = ${tx.company} and entry.source = 'call' and entry.number = ${callId} offset 0
    ) e
    cross join lateral (
      select posted_at from rollup where rollup.company_id = ${tx.company} and rollup.number = e.rollup_number offset 0
    ) r
    cross join lateral (
      select kind from account where account.company_id = ${tx.company} and account.id = e.debit_account_id offset 0
    ) d
    cross join lateral (
      select kind from account where account.company_id = ${tx.company} and account.id = e.credit_account_id offset 0
    ) k
    cross join lateral (
      select * from account where account.company_id = ${tx.company} and account.id = e.party_account_id offset 0
    ) p
    left join buyer b on b.company_id = ${tx.company} and b.id = p.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = p.traffic_source_id
    left join lateral (
      select statement.number from statement where statement.company_id = ${tx.company}
        and statement.account_id = e.party_account_id and statement.cycle_end >= e.booked_on
        and statement.through_rollup >= e.rollup_number
      order by statement.cycle_end limit 1
    ) s on true
    order by e.rollup_number, e.version, case when e.kind = 'charge' then 1 when e.kind = 'payout' then 2
      when e.kind = 'credit' then 3 else 4 end`;
  return rows.map((row) => ({
    ...pending(row),
    offsetsKind: row.offsets_kind,
    debitAccount: row.debit_kind,
    creditAccount: row.credit_kind,
    correction: row.correction,
    serviceDate: row.service_date,
    bookedOn: row.booked_on,
    statementNumber: row.statement_number === null ? null : Number(row.statement_number),
    rollupNumber: Number(row.rollup_number),
    period: row.period,
    postedAt: row.posted_at,
  }));
}

function pending(row: PendingRow): PendingView {
  return {
    kind: row.kind,
    version: row.version,
    amountMinor: row.amount_minor,
    party: { type: row.party_type, id: Number(row.party_id), name: row.party_name },
    offsetsVersion: row.offsets_version,
  };
}
