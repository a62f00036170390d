import type { EvaluationFacts } from "@/lib/call/domain/evaluation-facts";
import { type RuleVerdict, verdictOf } from "./clause";

export type DurationBasis = "connected" | "total";

/** Strictly longer than the buffer: with 90 seconds, the first converting second is 91. */
export type DurationSetting = { readonly basis: DurationBasis; readonly longerThanSeconds: number };

export function evaluateDuration({ basis, longerThanSeconds }: DurationSetting, facts: EvaluationFacts): RuleVerdict {
  const seconds = secondsOf(basis, facts);
  return verdictOf([
    {
      subject: basis === "connected" ? "connected seconds" : "total seconds",
      wanted: `> ${longerThanSeconds}`,
      seen: seconds === null ? "not known yet" : String(seconds),
      holds: seconds !== null && seconds > longerThanSeconds,
    },
  ]);
}

/**
 * Connected seconds default to the duration if the integration does not report them; an unanswered call has 0 seconds.
 */
export function secondsOf(
  basis: DurationBasis,
  facts: Pick<EvaluationFacts, "answered" | "durationSeconds" | "connectedSeconds">,
): number | null {
  if (basis === "total") return facts.durationSeconds;
  return facts.connectedSeconds ?? (facts.answered || facts.durationSeconds === null ? facts.durationSeconds : 0);
}
