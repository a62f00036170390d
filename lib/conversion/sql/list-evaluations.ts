import type { Side } from "@/lib/call/domain/call-state";
import type { SqlTx } from "@/lib/platform/sql/in-company";
import type { PlannedEvaluation } from "../domain/plan";

export type StoredEvaluation = Omit<PlannedEvaluation, "ruleSetId"> & {
  readonly number: number;
  /** The owner and version of the settings it was made by. */
  readonly settings: { readonly type: Side; readonly id: number; readonly version: number } | null;
};

type Row = {
  side: Side;
  number: number;
  evaluated_at: Date;
  converting: number | null;
  steps: StoredEvaluation["steps"];
  owner_id: bigint | null;
  version: number | null;
};

const EVALUATIONS_A_SIDE = 25;

/** The last evaluations of these sides, newest first. */
export async function listEvaluations(tx: SqlTx, callId: number, sides: readonly Side[]): Promise<StoredEvaluation[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select wanted.side, e.number, e.evaluated_at, e.converting, e.steps, coalesce(r.buyer_id, r.offer_id) as owner_id,
      r.version
    from unnest(${sides}::text[]) with ordinality as wanted(side, place)
    cross join lateral (
      select * from evaluation
      where evaluation.company_id = ${tx.company} and evaluation.call_id = ${callId} and evaluation.side = wanted.side
      order by evaluation.number desc limit ${EVALUATIONS_A_SIDE}
    ) e
    left join rule_set r on r.company_id = ${tx.company} and r.id = e.rule_set_id
    order by e.evaluated_at desc, wanted.place, e.number desc`;
  return rows.map((row) => ({
    callId,
    side: row.side,
    number: row.number,
    evaluatedAt: row.evaluated_at,
    settings:
      row.owner_id === null || row.version === null
        ? null
        : { type: row.side, id: Number(row.owner_id), version: row.version },
    converting: row.converting,
    steps: row.steps,
  }));
}
