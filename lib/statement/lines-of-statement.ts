import type { Tx } from "@/lib/platform/sql/in-company";
import { CumulativeSums, FrozenStatement } from "./contract/statement-record";
import type { LinesOf } from "./sql/lines-of";
import { findStatement, type StatementRow } from "./sql/statement-row";

/** The range of entries on a statement, from it and the previous statement. */
export async function linesOfStatement(tx: Tx, row: StatementRow): Promise<LinesOf> {
  const { accountId, cycleStart, cycleEnd, throughRollup, previousNumber } = row;
  const before = previousNumber === null ? null : await findStatement(tx, previousNumber);
  return {
    accountId,
    cycleStart,
    cycleEnd,
    throughRollup,
    previous: before && {
      cycleEnd: before.cycleEnd,
      throughRollup: before.throughRollup,
      openFrom: CumulativeSums.parse(before.cumulative).open_from,
    },
    lateCount: FrozenStatement.parse(row.frozen).late_count,
  };
}
