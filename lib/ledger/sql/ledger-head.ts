import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

export type LedgerHead = {
  readonly rollupNumber: number;
  readonly digest: Uint8Array;
  /** First day of the last closed month, `YYYY-MM-DD`; null while every month is open. */
  readonly closedThrough: string | null;
  readonly revenueAccountId: number;
  readonly trafficCostAccountId: number;
};

type Row = {
  rollup_number: bigint;
  digest: Uint8Array;
  closed_through: string | null;
  revenue_account_id: bigint;
  traffic_cost_account_id: bigint;
};

/** Locks the ledger head: one rollup or closing per company at a time. */
export async function lockLedgerHead(tx: Tx): Promise<LedgerHead> {
  const head = await lockHead(tx, Prisma.sql`for update`);
  if (!head) throw new Error(`company ${tx.company} has no ledger`);
  return head;
}

/** Null if the head is locked; does not wait. */
export async function tryLockLedgerHead(tx: Tx): Promise<LedgerHead | null> {
  const head = await lockHead(tx, Prisma.sql`for update skip locked`);
  if (!head && !(await tx.ledgerHead.findUnique({ where: { companyId: tx.company } }))) {
    throw new Error(`company ${tx.company} has no ledger`);
  }
  return head;
}

async function lockHead(tx: Tx, lock: Prisma.Sql): Promise<LedgerHead | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select rollup_number, digest, to_char(closed_through, 'YYYY-MM-DD') as closed_through,
      revenue_account_id, traffic_cost_account_id
    from ledger_head where company_id = ${tx.company} ${lock}`;
  if (!row) return null;
  return {
    rollupNumber: Number(row.rollup_number),
    digest: row.digest,
    closedThrough: row.closed_through,
    revenueAccountId: Number(row.revenue_account_id),
    trafficCostAccountId: Number(row.traffic_cost_account_id),
  };
}

/** Whether any link of the chain was sealed. Reads without the lock. */
export async function hasRolledUp(tx: Tx): Promise<boolean> {
  const head = await tx.ledgerHead.findUnique({ where: { companyId: tx.company }, select: { rollupNumber: true } });
  return head !== null && head.rollupNumber > 0n;
}

/** Whether a rollup has anything to do. Reads without the lock, so that an idle company costs one query. */
export async function hasQueuedChanges(tx: Tx): Promise<boolean> {
  const row = await tx.billingQueue.findFirst({ where: { companyId: tx.company }, select: { version: true } });
  return row !== null;
}
