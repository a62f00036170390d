import type { Clause, EvaluationStep } from "@/lib/evaluation/contract";

/** Values that need no "seen" before them. */
const NOTHING_SEEN = new Set(["missing", "not known yet", "not said", "no transcript"]);

/** The clauses that held for a step that holds, the clauses that failed for one that does not. */
export function tellingClauses({ holds, clauses }: EvaluationStep): readonly Clause[] {
  return clauses.filter((clause) => clause.holds === holds);
}

/** "connected seconds > 180, seen 171" */
export function clauseText({ subject, wanted, seen }: Clause): string {
  const asked = wanted === undefined ? subject : `${subject} ${wanted}`;
  if (seen === undefined || wanted === `= ${seen}` || seen === wanted) return asked;
  return NOTHING_SEEN.has(seen) ? `${asked}, ${seen}` : `${asked}, seen ${seen}`;
}
