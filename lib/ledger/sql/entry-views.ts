import type { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { EntryPosition } from "./entry-position";

export type AccountEntryView = {
  readonly position: EntryPosition;
  readonly source: "call" | "document";
  /** True if it debits the party's account, false if it credits it. */
  readonly isDebit: boolean;
  readonly amountMinor: bigint;
  readonly serviceDate: string;
  readonly offsetsVersion: number | null;
  readonly offsetsKind: string | null;
  readonly callUuid: string | null;
  readonly offer: { readonly id: number; readonly name: string } | null;
  readonly party: { readonly type: "buyer" | "traffic_source"; readonly id: number; readonly name: string } | null;
  /** The statement that lists the entry; null until one does. */
  readonly statementNumber: number | null;
  readonly postedAt: Date;
};

type Row = {
  source: "call" | "document";
  number: bigint;
  version: number;
  kind: string;
  rollup_number: bigint;
  booked_on: string;
  service_date: string;
  amount_minor: bigint;
  is_debit: boolean;
  offsets_version: number | null;
  offsets_kind: string | null;
  call_uuid: string | null;
  offer_id: bigint | null;
  offer_name: string | null;
  party_type: "buyer" | "traffic_source";
  party_id: bigint | null;
  party_name: string | null;
  statement_number: bigint | null;
  posted_at: Date;
};

/**
 * Entries with everything they refer to, in the order of `entries`. A charge or document is on the first statement of
 * its account whose cycle reaches its day and that was issued after its rollup; a tax line names its own statement.
 */
export async function viewsOf(tx: Tx, entries: Prisma.Sql): Promise<AccountEntryView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    with page as materialized (select p.*, row_number() over () as place from (${entries}) p)
    select e.source, e.number, e.version, e.kind, e.rollup_number, e.amount_minor, e.offsets_version, e.offsets_kind,
      to_char(e.booked_on, 'YYYY-MM-DD') as booked_on, to_char(e.service_date, 'YYYY-MM-DD') as service_date,
      e.debit_account_id = e.party_account_id as is_debit, c.uuid::text as call_uuid, o.id as offer_id, o.name as offer_name,
      case when a.buyer_id is null then 'traffic_source' else 'buyer' end as party_type,
      coalesce(a.buyer_id, a.traffic_source_id) as party_id, coalesce(b.name, t.name) as party_name,
      coalesce(d.statement_number, s.number) as statement_number, r.posted_at
    from page e
    join rollup r on r.company_id = ${tx.company} and r.number = e.rollup_number
    left join call c on c.company_id = ${tx.company} and e.source = 'call' and c.id = e.number
    left join document d on d.company_id = ${tx.company} and e.source = 'document' and d.number = e.number
      and d.revision = e.version
    left join offer o on o.company_id = ${tx.company} and o.id = c.offer_id
    left join account a on a.company_id = ${tx.company} and a.id = e.party_account_id
    left join buyer b on b.company_id = ${tx.company} and b.id = a.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = a.traffic_source_id
    left join lateral (
      select statement.number from statement where statement.company_id = ${tx.company}
        and statement.account_id = e.party_account_id and statement.cycle_end >= e.booked_on
        and statement.through_rollup >= e.rollup_number
      order by statement.cycle_end limit 1
    ) s on true
    order by e.place`;
  return rows.map(viewOf);
}

function viewOf(row: Row): AccountEntryView {
  const { party_type: type, party_id, party_name, offer_id, offer_name } = row;
  return {
    position: {
      bookedOn: row.booked_on,
      rollupNumber: Number(row.rollup_number),
      number: Number(row.number),
      version: row.version,
      kind: row.kind,
    },
    source: row.source,
    isDebit: row.is_debit,
    amountMinor: row.amount_minor,
    serviceDate: row.service_date,
    offsetsVersion: row.offsets_version,
    offsetsKind: row.offsets_kind,
    callUuid: row.call_uuid,
    offer: offer_id === null ? null : { id: Number(offer_id), name: offer_name ?? "" },
    party: party_id === null ? null : { type, id: Number(party_id), name: party_name ?? "" },
    statementNumber: row.statement_number === null ? null : Number(row.statement_number),
    postedAt: row.posted_at,
  };
}
