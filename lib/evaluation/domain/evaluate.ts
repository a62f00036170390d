import type { EvaluationFacts } from "@/lib/call/domain/evaluation-facts";
import type { AutomaticMechanism } from "@/lib/call/domain/mechanism";
import { type RuleVerdict, verdictOf } from "./clause";
import { type Condition, evaluateCondition, type MatchPattern } from "./condition";
import { type DurationSetting, evaluateDuration } from "./duration";
import { findPhrase, type Phrase } from "./phrase";
import { evaluateRule, type Rule, type RuleAmount, ruleHolds } from "./rule";

/** The automatic mechanisms of one side; null or empty if switched off. Amounts in minor units. */
export type Mechanisms = {
  readonly rules: readonly Rule[];
  readonly voiceAgent: { readonly phrases: readonly Phrase[]; readonly tokens: readonly Condition[] } | null;
  readonly duration: DurationSetting | null;
  readonly whenDialled: boolean;
};

export const NO_MECHANISMS: Mechanisms = { rules: [], voiceAgent: null, duration: null, whenDialled: false };

/** One mechanism or rule, in order of evaluation. */
export type Step = {
  readonly mechanism: AutomaticMechanism | "dialled";
  readonly name: string;
  readonly ruleId: number | null;
  /** False if switched off or paused: listed but not evaluated. */
  readonly on: boolean;
  readonly verdictOf: RuleVerdict;
  readonly amount: RuleAmount | null;
};

/** The converting step, without its reasons. */
export type Converting = Pick<Step, "mechanism" | "name" | "ruleId" | "amount">;

export type Evaluation = { readonly steps: readonly Step[]; readonly converting: Step | null };

/**
 * Evaluates every mechanism of a side; the first that holds converts. Rules come first and in their own order, because
 * only they set amounts, so the order in which facts arrive does not decide the price.
 */
export function evaluate(mechanisms: Mechanisms, facts: EvaluationFacts, matches: MatchPattern): Evaluation {
  const rules = mechanisms.rules.map((rule) => ruleStep(rule, facts, matches));
  const steps = [...rules, ...stepsAfterRules(mechanisms, facts, matches)];
  return { steps, converting: steps.find(({ verdictOf }) => verdictOf.holds) ?? null };
}

/** The first mechanism that holds, without steps; stops there. */
export function findConverting(
  mechanisms: Mechanisms,
  facts: EvaluationFacts,
  matches: MatchPattern,
): Converting | null {
  const rule = mechanisms.rules.find((rule) => rule.enabled && ruleHolds(rule, facts, matches));
  if (rule) return { mechanism: "rule", name: rule.name, ruleId: rule.id, amount: rule.amount };
  return stepsAfterRules(mechanisms, facts, matches).find(({ verdictOf }) => verdictOf.holds) ?? null;
}

type StepsOf = (mechanisms: Mechanisms, facts: EvaluationFacts, matches: MatchPattern) => Step[];

/** In this order. */
const AFTER_RULES: Readonly<Record<Exclude<Step["mechanism"], "rule">, StepsOf>> = {
  voice_agent: ({ voiceAgent }, facts, matches) => voiceSteps(voiceAgent, facts, matches),
  duration: ({ duration }, facts) => [
    duration ? step("duration", "Duration", evaluateDuration(duration, facts)) : off("duration", "Duration"),
  ],
  dialled: ({ whenDialled }) => (whenDialled ? [step("dialled", "Converts when dialled", verdictOf([DIALLED]))] : []),
};
const STEPS_AFTER_RULES = Object.values(AFTER_RULES);

function stepsAfterRules(mechanisms: Mechanisms, facts: EvaluationFacts, matches: MatchPattern): Step[] {
  return STEPS_AFTER_RULES.flatMap((stepsOf) => stepsOf(mechanisms, facts, matches));
}

function off(mechanism: Step["mechanism"], name: string): Step {
  return { ...step(mechanism, name, verdictOf([])), on: false };
}

const DIALLED = { subject: "call", wanted: "dialled", seen: "dialled", holds: true };

function step(mechanism: Step["mechanism"], name: string, verdict: RuleVerdict): Step {
  return { mechanism, name, ruleId: null, on: true, verdictOf: verdict, amount: null };
}

/** A rule that fails, for any reason, passes to the next. */
function ruleStep(rule: Rule, facts: EvaluationFacts, matches: MatchPattern): Step {
  const { name, id: ruleId, enabled, amount } = rule;
  if (!enabled) return { ...off("rule", name), ruleId };
  return { ...step("rule", name, evaluateRule(rule, facts, matches)), ruleId, amount };
}

function voiceSteps(agent: Mechanisms["voiceAgent"], facts: EvaluationFacts, matches: MatchPattern): Step[] {
  if (!agent) return [off("voice_agent", "Voice agent")];
  return [
    ...agent.phrases.map((phrase) => step("voice_agent", `“${phrase.text}”`, evaluatePhrase(phrase, facts))),
    ...agent.tokens.map((condition) => {
      const { holds, clauses } = evaluateCondition(condition, facts.tokens, matches);
      return step("voice_agent", clauses.map(({ subject }) => subject).join(", "), { holds, clauses });
    }),
  ];
}

function evaluatePhrase(phrase: Phrase, facts: EvaluationFacts): RuleVerdict {
  const proof = findPhrase(phrase, facts.transcript);
  const clause = {
    subject: phrase.speaker === null ? "transcript" : `what the ${phrase.speaker} says`,
    wanted: `“${phrase.text}”`,
    seen: proof ? `“${proof.quote}”` : facts.transcript.length === 0 ? "no transcript" : "not said",
    holds: proof !== null,
    ...(proof && { personal: true as const }),
  };
  return { ...verdictOf([clause]), ...(proof && { proof }) };
}
