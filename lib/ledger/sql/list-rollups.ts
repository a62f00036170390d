import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";
import type { RollupKind } from "../domain/rollup-kind";

export type RollupView = {
  readonly number: number;
  readonly postedAt: Date;
  readonly changes: number;
  readonly entries: number;
  readonly durationMs: number;
  /** Charges less credits, and payouts less clawbacks, in minor units. */
  readonly revenueMinor: bigint;
  readonly payoutMinor: bigint;
  /** The month that it closes, `YYYY-MM`. */
  readonly closes: string | null;
  readonly issuesStatements: boolean;
  readonly digest: string;
  readonly previousDigest: string;
};

type Row = {
  number: bigint;
  posted_at: Date;
  change_count: number;
  entry_count: number;
  duration_ms: number;
  revenue: string;
  payout: string;
  closes: string | null;
  issues: boolean;
  digest: string;
  previous_digest: string;
};

export type RollupsWanted = {
  readonly kind: RollupKind | null;
  /** `YYYY-MM-DD` in the company's time zone. */
  readonly day: string | null;
  readonly timeZone: string;
  readonly below: number | null;
  readonly limit: number;
};

/** Newest first, below a number. */
export function listRollupViews(tx: Tx, { kind, day, timeZone, below, limit }: RollupsWanted): Promise<RollupView[]> {
  const older = below === null ? Prisma.empty : Prisma.sql`and r.number < ${below}::bigint`;
  const did = kind === null ? Prisma.empty : Prisma.sql`and ${DID[kind]}`;
  const onDay =
    day === null
      ? Prisma.empty
      : Prisma.sql`and r.posted_at >= ${day}::date::timestamp at time zone ${timeZone}
          and r.posted_at < (${day}::date + 1)::timestamp at time zone ${timeZone}`;
  return selectRollups(tx, Prisma.sql`${older} ${did} ${onDay} order by r.number desc limit ${limit}`);
}

/** A rollup that closes a month or issues statements may also bill calls or post documents. */
const DID: Readonly<Record<RollupKind, Prisma.Sql>> = {
  closing: Prisma.sql`r.closes is not null`,
  statements: Prisma.sql`r.closes is null and r.statements_digest is not null`,
  calls: Prisma.sql`r.closes is null and r.statements_digest is null and r.change_count > 0`,
  documents: Prisma.sql`r.closes is null and r.statements_digest is null and r.change_count = 0 and r.entry_count > 0`,
  records: Prisma.sql`r.closes is null and r.statements_digest is null and r.change_count = 0 and r.entry_count = 0`,
};

export async function findRollup(tx: Tx, number: number): Promise<RollupView | null> {
  const [view] = await selectRollups(tx, Prisma.sql`and r.number = ${number}::bigint`);
  return view ?? null;
}

async function selectRollups(tx: Tx, which: Prisma.Sql): Promise<RollupView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select r.number, r.posted_at, r.change_count, r.entry_count, r.duration_ms, r.revenue_minor::text as revenue,
      r.payout_minor::text as payout, to_char(r.closes, 'YYYY-MM') as closes, r.statements_digest is not null as issues,
      encode(r.digest, 'hex') as digest, encode(r.previous_digest, 'hex') as previous_digest
    from rollup r where r.company_id = ${tx.company} ${which}`;
  return rows.map((row) => ({
    number: Number(row.number),
    postedAt: row.posted_at,
    changes: row.change_count,
    entries: row.entry_count,
    durationMs: row.duration_ms,
    revenueMinor: BigInt(row.revenue),
    payoutMinor: BigInt(row.payout),
    closes: row.closes,
    issuesStatements: row.issues,
    digest: row.digest,
    previousDigest: row.previous_digest,
  }));
}
