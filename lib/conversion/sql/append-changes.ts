import { CHANGE_DIGEST } from "@/lib/audit/sql/change-digest";
import type { Side } from "@/lib/call/domain/call-state";
import { Prisma } from "@/lib/platform/sql/generated/client";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import { type CallChange, isBillable } from "../domain/billing";
import type { PlannedChange } from "../domain/plan";
import { CHANGE_COLUMNS, LOGGED_COLUMNS, QUEUED_COLUMNS } from "./change-columns";

/**
 * The company comes from a joined row, because Citus cannot pull a bound company past row-level security. A company
 * without books would insert nothing, so the count is checked.
 */
function assertWritten(written: number, rows: readonly unknown[]): void {
  if (written !== rows.length) throw new Error(`${rows.length} rows were to be written, but ${written} were`);
}

/** Appends changes to the log, queues billable ones for the next rollup, and stores reasons in their own table. */
export async function appendChanges(tx: SqlTx, changes: readonly PlannedChange[]): Promise<void> {
  if (changes.length === 0) return;
  await Promise.all([log(tx, changes), enqueue(tx, changes), noteReasons(tx, changes)]);
}

async function log(tx: SqlTx, changes: readonly PlannedChange[]): Promise<void> {
  const newest = (side: Side) => Prisma.sql`(select max(e.number) from evaluation e
    where e.company_id = ${tx.company} and e.call_id = c.call_id and e.side = ${side})`;
  const written = await tx.$executeRaw`
    insert into call_change (company_id, ${LOGGED_COLUMNS.names}, buyer_evaluation, offer_evaluation)
    select h.company_id, ${LOGGED_COLUMNS.names},
      case when buyer_evaluated then ${newest("buyer")} end, case when offer_evaluated then ${newest("offer")} end
    from ledger_head h cross join json_to_recordset(${CHANGE_COLUMNS.json(changes)}::json) as c(${CHANGE_COLUMNS.definitions})
    where h.company_id = ${tx.company}`;
  assertWritten(written, changes);
}

/**
 * Reads the logged changes by their keys, which costs less than sending their values twice. The bounds, which always
 * hold, make the planner expect few rows and use the key.
 */
async function enqueue(tx: SqlTx, changes: readonly PlannedChange[]): Promise<void> {
  const billable = changes.filter(({ change }) => isBillable(change));
  if (billable.length === 0) return;
  const written = await tx.$executeRaw`
    insert into billing_queue (company_id, call_id, version, offer_id, service_date, change_digest)
    select l.company_id, c.call_id, c.version, c.offer_id, c.service_date, ${CHANGE_DIGEST}
    from json_to_recordset(${QUEUED_COLUMNS.json(billable)}::json) as q(${QUEUED_COLUMNS.definitions})
    join call_change l on l.call_id = q.call_id and l.version = q.version
    cross join lateral (select l.*, q.uuid, q.offer_id) c
    where l.company_id = ${tx.company} and q.call_id between 1 and ${Number.MAX_SAFE_INTEGER}`;
  assertWritten(written, billable);
}

async function noteReasons(tx: SqlTx, changes: readonly PlannedChange[]): Promise<void> {
  const notes = changes.flatMap(({ change, reason }) => (reason === null ? [] : [{ ...keyOf(change), reason }]));
  if (notes.length === 0) return;
  await tx.$executeRaw`
    insert into change_note (company_id, call_id, version, reason)
    select h.company_id, call_id, version, reason
    from ledger_head h cross join jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as n(call_id bigint, version integer, reason text)
    left join lateral (
      select p.erased_at from call_person p where p.company_id = ${tx.company} and p.call_id = n.call_id offset 0
    ) p on true
    where h.company_id = ${tx.company} and p.erased_at is null`;
}

function keyOf({ after }: CallChange) {
  return { call_id: after.id, version: after.version };
}
