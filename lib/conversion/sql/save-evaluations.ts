import type { SqlTx } from "@/lib/platform/sql/in-company";
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
