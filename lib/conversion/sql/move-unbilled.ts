import type { SqlTx } from "@/lib/platform/sql/in-company";

/** A call whose start was corrected, and its new day in the company's time zone, `YYYY-MM-DD`. */
export type MovedStart = { readonly callId: number; readonly serviceDate: string };

type Move = {
  readonly call_id: bigint;
  readonly version: number;
  readonly place: number;
  readonly service_date: string;
};

/**
 * Moves queued changes of these calls to their new day; posted entries stay. The calls have to be locked, so that
 * nothing joins the queue. Waits for a running rollup and blocks the next until this transaction ends, so that a rollup
 * sees either all old days or all new ones.
 */
export async function moveUnbilled(tx: SqlTx, starts: readonly MovedStart[]): Promise<void> {
  if (starts.length === 0 || !(await anyWaits(tx, starts))) return;
  await tx.$queryRaw`select from ledger_head where company_id = ${tx.company} for share`;
  const moves = await tx.$queryRaw<Move[]>`
    update billing_queue set service_date = n."serviceDate", moves = billing_queue.moves + 1
    from jsonb_to_recordset(${JSON.stringify(starts)}::jsonb) as n("callId" bigint, "serviceDate" date)
    where billing_queue.company_id = ${tx.company} and billing_queue.call_id = n."callId"
      and billing_queue.service_date <> n."serviceDate"
    returning billing_queue.call_id, billing_queue.version, billing_queue.moves as place,
      to_char(billing_queue.service_date, 'YYYY-MM-DD') as service_date`;
  if (moves.length > 0) await noteMoves(tx, moves);
}

async function anyWaits(tx: SqlTx, starts: readonly MovedStart[]): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select from jsonb_to_recordset(${JSON.stringify(starts)}::jsonb) as n("callId" bigint, "serviceDate" date)
    cross join lateral (
      select from billing_queue where billing_queue.company_id = ${tx.company} and billing_queue.call_id = n."callId"
        and billing_queue.service_date <> n."serviceDate" offset 0
    ) q
    limit 1`;
  return rows.length > 0;
}

async function noteMoves(tx: SqlTx, moves: readonly Move[]): Promise<void> {
  const rows = JSON.stringify(moves.map((move) => ({ ...move, call_id: move.call_id.toString() })));
  await tx.$executeRaw`
    insert into billing_move (company_id, call_id, version, place, service_date)
    select h.company_id, m.call_id, m.version, m.place, m.service_date
    from ledger_head h cross join json_to_recordset(${rows}::json) as m(
      call_id bigint, version integer, place integer, service_date date)
    where h.company_id = ${tx.company}`;
}
