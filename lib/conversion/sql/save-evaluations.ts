import type { Side } from "@/lib/call/domain/call-state";
import type { SqlTx, Tx } from "@/lib/platform/sql/in-company";
import type { PlannedEvaluation } from "../domain/plan";

/** Appends an evaluation per side, unless it equals the last one. The calls must be locked. */
export async function saveEvaluations(tx: SqlTx, evaluations: readonly PlannedEvaluation[]): Promise<void> {
  if (evaluations.length === 0) return;
  await tx.$executeRaw`
    insert into evaluation (company_id, call_id, side, number, evaluated_at, rule_set_id, converting, steps)
    select h.company_id, n."callId", n.side, coalesce(l.number, 0) + 1, n."evaluatedAt", n."ruleSetId", n.converting,
      case when p.erased_at is null then n.steps else public.without_what_was_seen(n.steps) end
    from ledger_head h
    cross join jsonb_to_recordset(${JSON.stringify(evaluations)}::jsonb) as n("callId" bigint, side text,
      "evaluatedAt" timestamptz, "ruleSetId" bigint, converting integer, steps jsonb)
    left join lateral (
      select erased_at from call_person where call_person.company_id = ${tx.company} and call_person.call_id = n."callId" offset 0
    ) p on true
    left join lateral (
      select * from evaluation e where e.company_id = ${tx.company} and e.call_id = n."callId" and e.side = n.side
      order by e.number desc limit 1
    ) l on true
    where h.company_id = ${tx.company}
      and (l.number is null or l.steps <> n.steps or l.rule_set_id is distinct from n."ruleSetId")`;
}

export type StoredEvaluation = Omit<PlannedEvaluation, "ruleSetId"> & {
  readonly number: number;
  /** The owner and version of the settings it was made by. */
  readonly settings: { readonly type: Side; readonly id: number; readonly version: number } | null;
};

const EVALUATIONS_A_SIDE = 25;

/** The last evaluations of these sides, newest first. */
export async function listEvaluations(tx: Tx, callId: number, sides: readonly Side[]): Promise<StoredEvaluation[]> {
  const lists = [];
  for (const side of sides) lists.push(await listSide(tx, callId, side));
  return lists.flat().sort((one, other) => other.evaluatedAt.getTime() - one.evaluatedAt.getTime());
}

async function listSide(tx: Tx, callId: number, side: Side): Promise<StoredEvaluation[]> {
  const rows = await tx.evaluation.findMany({
    where: { companyId: tx.company, callId, side },
    orderBy: { number: "desc" },
    take: EVALUATIONS_A_SIDE,
    include: { ruleSet: { select: { version: true, buyerId: true, offerId: true } } },
  });
  return rows.map((row) => {
    const ownerId = row.ruleSet && (side === "buyer" ? row.ruleSet.buyerId : row.ruleSet.offerId);
    return {
      callId,
      side,
      number: row.number,
      evaluatedAt: row.evaluatedAt,
      settings: row.ruleSet && ownerId ? { type: side, id: Number(ownerId), version: row.ruleSet.version } : null,
      converting: row.converting,
      steps: row.steps as unknown as StoredEvaluation["steps"],
    };
  });
}
