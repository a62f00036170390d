import type { EvaluationFacts } from "@/lib/call/domain/evaluation-facts";
import { type BusinessHours, evaluateBusinessHours } from "./business-hours";
import type { Clause, RuleVerdict } from "./clause";
import { type Condition, conditionHolds, evaluateCondition, type MatchPattern } from "./condition";
import { type DuplicateWindow, evaluateDuplicate } from "./duplicate";
import { type DurationBasis, secondsOf } from "./duration";

/** What a rule charges or pays in minor units: a fixed amount, or a token's value within bounds. */
export type RuleAmount =
  | { readonly kind: "fixed"; readonly amountMinor: bigint }
  | { readonly kind: "token"; readonly token: string; readonly minimumMinor: bigint; readonly maximumMinor: bigint };

export type Rule = {
  /** Unique within its owner, and never reused. */
  readonly id: number;
  readonly name: string;
  readonly enabled: boolean;
  readonly condition: Condition;
  readonly hours: BusinessHours | null;
  readonly minimumSeconds: { readonly basis: DurationBasis; readonly seconds: number } | null;
  readonly duplicates: DuplicateWindow | null;
  readonly amount: RuleAmount | null;
};

/** Holds if its hours, all its conditions, its minimum duration and its duplicate window hold. */
export function evaluateRule(rule: Rule, facts: EvaluationFacts, matches: MatchPattern): RuleVerdict {
  const condition = evaluateCondition(rule.condition, facts.tokens, matches);
  const others = otherClauses(rule, facts);
  return { holds: condition.holds && others.every(({ holds }) => holds), clauses: [...others, ...condition.clauses] };
}

/** The result without the clauses. */
export function ruleHolds(rule: Rule, facts: EvaluationFacts, matches: MatchPattern): boolean {
  return conditionHolds(rule.condition, facts.tokens, matches) && otherClauses(rule, facts).every(({ holds }) => holds);
}

function otherClauses({ hours, minimumSeconds, duplicates }: Rule, facts: EvaluationFacts): Clause[] {
  return [
    ...(hours ? [evaluateBusinessHours(hours, facts.startedAt)] : []),
    ...(minimumSeconds ? [minimumClause(minimumSeconds, facts)] : []),
    ...(duplicates ? [evaluateDuplicate(duplicates, facts)] : []),
  ];
}

function minimumClause({ basis, seconds }: NonNullable<Rule["minimumSeconds"]>, facts: EvaluationFacts): Clause {
  const seen = secondsOf(basis, facts);
  return {
    subject: basis === "connected" ? "connected seconds" : "total seconds",
    wanted: `≥ ${seconds}`,
    seen: seen === null ? "not known yet" : String(seen),
    holds: seen !== null && seen >= seconds,
  };
}
