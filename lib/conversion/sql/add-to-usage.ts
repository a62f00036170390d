import type { UsedMore } from "@/lib/cap/domain/cap-counts";
import type { SqlTx } from "@/lib/platform/sql/in-company";

/** The rows have to be locked. */
export async function addToUsage(tx: SqlTx, changes: readonly UsedMore[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = JSON.stringify(changes.map((change) => ({ ...change, by: change.by.toString() })));
  await tx.$executeRaw`
    update cap_usage set used = cap_usage.used + n.by
    from (
      select "capId", start, sum(by)::bigint as by
      from jsonb_to_recordset(${rows}::jsonb) as more("capId" bigint, start timestamptz, by bigint)
      group by 1, 2
    ) n
    where cap_usage.company_id = ${tx.company} and cap_usage.cap_id = n."capId" and cap_usage.window_start = n.start`;
}
