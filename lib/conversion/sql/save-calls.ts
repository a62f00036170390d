import type { CallState } from "@/lib/call/domain/call-state";
import { DECIDED_COLUMNS, STATE_COLUMNS } from "@/lib/call/sql/columns";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/**
 * Writes the decided columns of all calls in one statement. The calls must be locked. The bounds, which always hold,
 * make the planner expect few rows and use the key instead of scanning the company's calls.
 */
export async function saveCalls(tx: SqlTx, calls: readonly CallState[]): Promise<void> {
  if (calls.length === 0) return;
  await tx.$executeRaw`
    update call set ${DECIDED_COLUMNS.assignments}
    from json_to_recordset(${STATE_COLUMNS.json(calls)}::json) as s(${STATE_COLUMNS.definitions})
    where call.company_id = ${tx.company} and call.id = s.id and s.id between 1 and ${Number.MAX_SAFE_INTEGER}`;
}
