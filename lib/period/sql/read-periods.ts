import type { Month } from "@/lib/base/month";
import { firstDayOf } from "@/lib/base/month";
import type { SqlTx } from "@/lib/platform/sql/in-company";

export type ClosedPeriod = {
  readonly month: Month;
  readonly closedAt: Date;
  readonly actorType: string;
  readonly actorName: string | null;
  readonly rollupNumber: number;
  /** The digest of the link that closed it, hexadecimal. */
  readonly digest: string;
  readonly preview: unknown;
};

type Row = {
  month: Month;
  closed_at: Date;
  actor_type: string;
  actor_name: string | null;
  rollup_number: bigint;
  digest: string;
  preview: unknown;
};

/** Closed months in the range, both ends included, oldest first. */
export async function readPeriods(tx: SqlTx, first: Month, last: Month): Promise<ClosedPeriod[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select to_char(p.month, 'YYYY-MM') as month, p.closed_at, p.actor_type, coalesce(m.name, k.name) as actor_name,
      p.rollup_number, encode(r.digest, 'hex') as digest, p.preview
    from period p
    join rollup r on r.company_id = ${tx.company} and r.number = p.rollup_number
    left join member m on p.actor_type = 'member' and m.company_id = ${tx.company} and m.id = p.actor_id
    left join api_key k on p.actor_type = 'api_key' and k.company_id = ${tx.company} and k.id = p.actor_id
    where p.company_id = ${tx.company} and p.month between ${firstDayOf(first)}::date and ${firstDayOf(last)}::date
    order by p.month`;
  return rows.map((row) => ({
    month: row.month,
    closedAt: row.closed_at,
    actorType: row.actor_type,
    actorName: row.actor_name,
    rollupNumber: Number(row.rollup_number),
    digest: row.digest,
    preview: row.preview,
  }));
}
