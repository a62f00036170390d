import type { Clause, EvaluationStep } from "@/lib/evaluation/contract";

/** Answers that say by themselves that there was nothing to compare with. */
const NOTHING_SEEN = new Set(["missing", "not known yet", "not said", "no transcript"]);

/** What decided about a step: where it holds, what held; where not, what failed. */
export function tellingClauses({ holds, clauses }: EvaluationStep): readonly Clause[] {
  return clauses.filter((clause) => clause.holds === holds);
}

/** "connected seconds > 180, seen 171": what was wanted and, where it says more, what was seen. */
export function clauseText({ subject, wanted, seen }: Clause): string {
  const asked = wanted === undefined ? subject : `${subject} ${wanted}`;
  if (seen === undefined || wanted === `= ${seen}` || seen === wanted) return asked;
  return NOTHING_SEEN.has(seen) ? `${asked}, ${seen}` : `${asked}, seen ${seen}`;
}
