import { firstDayOf, lastDayOf, type Month } from "@/lib/base/month";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** An entry about a month that was closed when it was posted. */
export type CorrectionView = {
  readonly source: "call" | "document";
  readonly number: number;
  readonly version: number;
  readonly kind: string;
  readonly amountMinor: bigint;
  readonly party: { readonly type: "buyer" | "traffic_source"; readonly id: number; readonly name: string };
  /** `YYYY-MM-DD` */
  readonly serviceDate: string;
  readonly bookedOn: string;
  readonly rollupNumber: number;
  readonly postedAt: Date;
  readonly mechanism: string | null;
  readonly reason: string | null;
  readonly offsets: { readonly version: number; readonly kind: string; readonly bookedOn: string } | null;
};

/** The last correction of the previous page: service day, rollup, number, version, kind. */
export type CorrectionCursor = Pick<CorrectionView, "serviceDate" | "rollupNumber" | "number" | "version" | "kind">;

type Row = {
  source: "call" | "document";
  number: bigint;
  version: number;
  kind: string;
  amount_minor: bigint;
  buyer_id: bigint | null;
  traffic_source_id: bigint | null;
  party_name: string;
  service_date: string;
  booked_on: string;
  rollup_number: bigint;
  posted_at: Date;
  mechanism: string | null;
  reason: string | null;
  offsets_version: number | null;
  offsets_kind: string | null;
  offsets_booked_on: string | null;
};

/** In order of service day, then posting; with what each offsets. */
export async function listCorrectionViews(
  tx: SqlTx,
  month: Month,
  after: CorrectionCursor | null,
  limit: number,
): Promise<CorrectionView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select e.source, e.number, e.version, e.kind, e.amount_minor, p.buyer_id, p.traffic_source_id,
      coalesce(b.name, t.name) as party_name, to_char(e.service_date, 'YYYY-MM-DD') as service_date,
      to_char(e.booked_on, 'YYYY-MM-DD') as booked_on, e.rollup_number, r.posted_at, ch.mechanism,
      coalesce(cn.reason, dn.reason) as reason, e.offsets_version, e.offsets_kind,
      to_char(o.booked_on, 'YYYY-MM-DD') as offsets_booked_on
    from (
      select * from entry c
      where c.company_id = ${tx.company} and c.booked_on > c.service_date
        and c.service_date between ${firstDayOf(month)}::date and ${lastDayOf(month)}::date
        ${after ? beyond(after) : Prisma.empty}
      order by c.service_date, c.rollup_number, c.number, c.version, c.kind limit ${limit}
    ) e
    join rollup r on r.company_id = ${tx.company} and r.number = e.rollup_number
    join account p on p.company_id = ${tx.company} and p.id = e.party_account_id
    left join buyer b on b.company_id = ${tx.company} and b.id = p.buyer_id
    left join traffic_source t on t.company_id = ${tx.company} and t.id = p.traffic_source_id
    left join entry o on o.company_id = ${tx.company} and o.source = e.source and o.number = e.number
      and o.version = e.offsets_version and o.kind = e.offsets_kind
    left join call_change ch on ch.company_id = ${tx.company} and e.source = 'call' and ch.call_id = e.number
      and ch.version = e.version
    left join change_note cn on cn.company_id = ${tx.company} and cn.call_id = ch.call_id and cn.version = ch.version
    left join document_note dn on dn.company_id = ${tx.company} and e.source = 'document' and dn.number = e.number
      and dn.revision = e.version
    order by e.service_date, e.rollup_number, e.number, e.version, e.kind`;
  return rows.map(correction);
}

function beyond({ serviceDate, rollupNumber, number, version, kind }: CorrectionCursor): Prisma.Sql {
  return Prisma.sql`and (c.service_date, c.rollup_number, c.number, c.version, c.kind)
    > (${serviceDate}::date, ${rollupNumber}::bigint, ${number}::bigint, ${version}::integer, ${kind}::text)`;
}

function correction(row: Row): CorrectionView {
  const { offsets_version, offsets_kind, offsets_booked_on } = row;
  return {
    source: row.source,
    number: Number(row.number),
    version: row.version,
    kind: row.kind,
    amountMinor: row.amount_minor,
    party: {
      type: row.buyer_id === null ? "traffic_source" : "buyer",
      id: Number(row.buyer_id ?? row.traffic_source_id),
      name: row.party_name,
    },
    serviceDate: row.service_date,
    bookedOn: row.booked_on,
    rollupNumber: Number(row.rollup_number),
    postedAt: row.posted_at,
    mechanism: row.mechanism,
    reason: row.reason,
    offsets:
      offsets_version === null || offsets_kind === null || offsets_booked_on === null
        ? null
        : { version: offsets_version, kind: offsets_kind, bookedOn: offsets_booked_on },
  };
}

export async function countCorrections(tx: SqlTx, month: Month): Promise<number> {
  const [row] = await tx.$queryRaw<{ corrections: bigint }[]>`
    select count(*) as corrections from entry
    where company_id = ${tx.company} and booked_on > service_date
      and service_date between ${firstDayOf(month)}::date and ${lastDayOf(month)}::date`;
  return Number(row?.corrections ?? 0n);
}
