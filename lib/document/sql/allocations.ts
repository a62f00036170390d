import type { Actor } from "@/lib/access/domain/actor";
import { allocationFacts, keepFacts } from "@/lib/audit/sql/facts";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

type Allocated = {
  readonly statement: number;
  readonly dueOn: string;
  /** The current amount; reversed parts are not listed. */
  readonly amountMinor: bigint;
};

export type Allocations = {
  /** Number of rows; grows with every change. */
  readonly version: number;
  readonly standing: readonly Allocated[];
};

const NONE: Allocations = { version: 0, standing: [] };

type Row = { number: bigint; statement_number: bigint; due_on: string; amount: string; rows: bigint };

/** By document, the earliest due statement first. */
export async function readAllocations(tx: Tx, numbers: readonly number[]): Promise<(number: number) => Allocations> {
  const rows = await tx.$queryRaw<Row[]>`
    select a.number, a.statement_number, to_char(s.due_on, 'YYYY-MM-DD') as due_on, sum(a.amount_minor)::text as amount,
      count(*) as rows
    from allocation a
    join statement s on s.company_id = ${tx.company} and s.number = a.statement_number
    where a.company_id = ${tx.company} and a.number = any(${numbers}::bigint[])
    group by a.number, a.statement_number, s.due_on
    order by a.number, s.due_on, a.statement_number`;
  const byDocument = new Map<number, Allocations>();
  for (const row of rows) {
    const before = byDocument.get(Number(row.number)) ?? NONE;
    const amountMinor = BigInt(row.amount);
    const part = { statement: Number(row.statement_number), dueOn: row.due_on, amountMinor };
    byDocument.set(Number(row.number), {
      version: before.version + Number(row.rows),
      standing: amountMinor === 0n ? before.standing : [...before.standing, part],
    });
  }
  return (number) => byDocument.get(number) ?? NONE;
}

type NewAllocation = { readonly statement: number; readonly amountMinor: bigint };

/** Appends rows after `version`. The ledger head must be locked. */
export async function appendAllocations(
  tx: Tx,
  actor: Actor,
  { number, version, at }: { readonly number: number; readonly version: number; readonly at: Date },
  parts: readonly NewAllocation[],
): Promise<void> {
  await tx.allocation.createMany({
    data: parts.map(({ statement, amountMinor }, position) => ({
      companyId: tx.company,
      number,
      place: version + position + 1,
      statementNumber: statement,
      amountMinor,
      createdAt: at,
      actorType: actor.type,
      actorId: actor.id,
    })),
  });
  const written = Prisma.sql`number = ${number}::bigint and place > ${version}::integer`;
  if (parts.length > 0) await keepFacts(tx, allocationFacts(tx, written));
}
