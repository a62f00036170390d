import type { Day } from "@/lib/base/day";
import type { OwnerType } from "@/lib/party/domain/account-owner";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx, Tx } from "@/lib/platform/sql/in-company";

/** A statement row, with `frozen` and `cumulative` as stored. */
export type StatementRow = {
  readonly number: number;
  readonly accountId: number;
  readonly ownerType: OwnerType;
  readonly ownerId: number;
  readonly previousNumber: number | null;
  readonly cycleStart: Day;
  readonly cycleEnd: Day;
  readonly throughRollup: number;
  readonly issuedAt: Date;
  readonly dueOn: Day;
  readonly currency: string;
  readonly openingMinor: bigint;
  readonly closingMinor: bigint;
  readonly billedMinor: bigint;
  readonly entryCount: number;
  readonly layout: number;
  readonly frozen: unknown;
  readonly cumulative: unknown;
  readonly digest: Uint8Array;
  readonly rollupNumber: number;
  readonly actorType: string;
  readonly actorId: number | null;
  /** The amount settled so far, the only value here that changes. */
  readonly allocatedMinor: bigint;
};

type Row = {
  number: bigint;
  account_id: bigint;
  buyer_id: bigint | null;
  traffic_source_id: bigint | null;
  previous_number: bigint | null;
  cycle_start: string;
  cycle_end: string;
  through_rollup: bigint;
  issued_at: Date;
  due_on: string;
  currency: string;
  opening_minor: string;
  closing_minor: string;
  billed_minor: string;
  entry_count: bigint;
  layout: number;
  frozen: unknown;
  cumulative: unknown;
  digest: Uint8Array;
  rollup_number: bigint;
  actor_type: string;
  actor_id: bigint | null;
  allocated_minor: string;
};

/** `s` is the statement; the caller selects rows. */
export async function selectStatements(tx: SqlTx, which: Prisma.Sql): Promise<StatementRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select s.number, s.account_id, a.buyer_id, a.traffic_source_id, s.previous_number,
      to_char(s.cycle_start, 'YYYY-MM-DD') as cycle_start, to_char(s.cycle_end, 'YYYY-MM-DD') as cycle_end,
      s.through_rollup, s.issued_at, to_char(s.due_on, 'YYYY-MM-DD') as due_on, s.currency,
      s.opening_minor::text as opening_minor, s.closing_minor::text as closing_minor,
      s.billed_minor::text as billed_minor, s.entry_count, s.layout, s.frozen, s.cumulative, s.digest, s.rollup_number,
      s.actor_type, s.actor_id, l.allocated::text as allocated_minor
    from statement s
    join account a on a.company_id = ${tx.company} and a.id = s.account_id
    cross join lateral (
      select coalesce(sum(amount_minor), 0) as allocated from allocation
      where allocation.company_id = ${tx.company} and allocation.statement_number = s.number
    ) l
    where s.company_id = ${tx.company} and ${which}`;
  return rows.map(statementOf);
}

export async function findStatement(tx: Tx, number: number): Promise<StatementRow | null> {
  const [row] = await selectStatements(tx, Prisma.sql`s.number = ${number}::bigint`);
  return row ?? null;
}

/** By number. */
export async function findStatements(tx: Tx, numbers: readonly number[]): Promise<Map<number, StatementRow>> {
  if (numbers.length === 0) return new Map();
  const rows = await selectStatements(tx, Prisma.sql`s.number = any(${numbers}::bigint[])`);
  return new Map(rows.map((row) => [row.number, row]));
}

function statementOf(row: Row): StatementRow {
  return {
    number: Number(row.number),
    accountId: Number(row.account_id),
    ownerType: row.buyer_id === null ? "traffic_source" : "buyer",
    ownerId: Number(row.buyer_id ?? row.traffic_source_id),
    previousNumber: row.previous_number === null ? null : Number(row.previous_number),
    cycleStart: row.cycle_start,
    cycleEnd: row.cycle_end,
    throughRollup: Number(row.through_rollup),
    issuedAt: row.issued_at,
    dueOn: row.due_on,
    currency: row.currency,
    openingMinor: BigInt(row.opening_minor),
    closingMinor: BigInt(row.closing_minor),
    billedMinor: BigInt(row.billed_minor),
    entryCount: Number(row.entry_count),
    layout: row.layout,
    frozen: row.frozen,
    cumulative: row.cumulative,
    digest: row.digest,
    rollupNumber: Number(row.rollup_number),
    actorType: row.actor_type,
    actorId: row.actor_id === null ? null : Number(row.actor_id),
    allocatedMinor: BigInt(row.allocated_minor),
  };
}
