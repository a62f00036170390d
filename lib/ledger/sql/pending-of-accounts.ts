import { Prisma } from "@/lib/platform/sql/generated/client";
import type { Tx } from "@/lib/platform/sql/in-company";

/** What the next rollup posts to an account, for one kind. */
export type PendingSum = {
  readonly accountId: number;
  readonly kind: string;
  readonly count: number;
  readonly amountMinor: bigint;
};

type Row = { account_id: bigint; kind: string; count: bigint; amount: string };

/** The queue summed by account and kind, for all accounts or one. */
export async function pendingOfAccounts(tx: Tx, accountId: number | null = null): Promise<PendingSum[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select w.account_id, w.kind, count(*) as count, sum(w.amount_minor)::text as amount
    from (${waitingMoves(tx, accountId)}) w
    group by w.account_id, w.kind`;
  return rows.map((row) => ({
    accountId: Number(row.account_id),
    kind: row.kind,
    count: Number(row.count),
    amountMinor: BigInt(row.amount),
  }));
}

export type PendingMove = { readonly callId: number; readonly kind: string; readonly amountMinor: bigint };

/** The first pending entries, in posting order. */
export async function pendingMovesOf(tx: Tx, accountId: number, limit: number): Promise<PendingMove[]> {
  const rows = await tx.$queryRaw<{ call_id: bigint; kind: string; amount_minor: bigint }[]>`
    select w.call_id, w.kind, w.amount_minor from (${waitingMoves(tx, accountId)}) w
    order by w.call_id, w.version, w.kind limit ${limit}`;
  return rows.map(({ call_id, kind, amount_minor }) => ({ callId: Number(call_id), kind, amountMinor: amount_minor }));
}

/**
 * What the next rollup posts, read as the rollup reads it. OFFSET 0 makes the planner look up changes by key from the
 * queue, whatever it estimates.
 */
function waitingMoves(tx: Tx, accountId: number | null): Prisma.Sql {
  const only = accountId === null ? Prisma.empty : Prisma.sql`and m.account_id = ${accountId}::bigint`;
  return Prisma.sql`
    select q.call_id, q.version, m.kind, m.account_id, m.amount_minor
    from billing_queue q
    cross join lateral (
      select * from call_change where call_change.company_id = ${tx.company} and call_change.call_id = q.call_id
        and call_change.version = q.version offset 0
    ) c
    left join lateral (
      select charge_account_id, charge_minor from call_change where call_change.company_id = ${tx.company}
        and call_change.call_id = q.call_id and call_change.version = c.closes_charge offset 0
    ) oc on c.closes_charge is not null
    left join lateral (
      select payout_account_id, payout_minor from call_change where call_change.company_id = ${tx.company}
        and call_change.call_id = q.call_id and call_change.version = c.closes_payout offset 0
    ) op on c.closes_payout is not null
    cross join lateral (values
      ('charge', c.charge_account_id, c.charge_minor), ('payout', c.payout_account_id, c.payout_minor),
      ('credit', oc.charge_account_id, oc.charge_minor), ('clawback', op.payout_account_id, op.payout_minor)
    ) as m(kind, account_id, amount_minor)
    where q.company_id = ${tx.company} and m.amount_minor is not null ${only}`;
}
