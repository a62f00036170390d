import type { Change } from "@/lib/call/contract/change";
import { decidesWithoutUpdate } from "@/lib/call/domain/mechanism";
import type { Evaluation, EvaluationStep } from "@/lib/evaluation/contract";
import { mechanismText } from "./mechanism-text";

export type DecidedPart = { readonly at: string; readonly text: string };

type Side = Evaluation["side"];

/** Oldest first; `changes` are newest first. */
export function decidedParts(
  side: Side,
  changes: readonly Change[],
  evaluations: readonly Evaluation[],
): readonly DecidedPart[] {
  return changes
    .flatMap((change) => {
      const text = sentence(side, change, evaluations);
      return text === null ? [] : [{ at: change.changed_at, text }];
    })
    .toReversed();
}

function sentence(side: Side, change: Change, evaluations: readonly Evaluation[]): string | null {
  const [flipped, decided] = [change[`${side}_converted`], change[`${side}_decided`]];
  if (!flipped && !decided) return null;
  const by = change.actor.name;
  if (decided?.to === null) return `returned to automatic by ${by}`;
  const mechanism = decided?.to ?? change.mechanism;
  if (decidesWithoutUpdate(mechanism)) {
    const how = stepText(side, change, evaluations) ?? mechanismText(mechanism, change[`${side}_rule`]);
    if (!flipped) return `now ${how}`;
    return `${flipped.to ? "converted" : "no longer converted"} ${mechanism === "follows_buyer" ? mechanismText(mechanism) : how}`;
  }
  if (!flipped) return `overridden by ${by}`;
  return flipped.to ? `marked converted by ${by}` : `reversed by ${by}`;
}

function stepText(side: Side, change: Change, evaluations: readonly Evaluation[]): string | null {
  const number = change[`${side}_evaluation`];
  const recorded = evaluations.find((evaluation) => evaluation.side === side && evaluation.number === number);
  const step = recorded && recorded.converting !== null ? recorded.steps[recorded.converting] : undefined;
  return step ? `by ${stepName(step).replace(/^[A-Z]/, (letter) => letter.toLowerCase())}` : null;
}

/** "Rule 2 “Booked”", "Duration", "Phrase “book it”". */
export function stepName({ mechanism, name, rule_id: ruleId, proof, on }: EvaluationStep): string {
  if (mechanism === "rule") return `Rule ${ruleId} “${name}”`;
  if (mechanism !== "voice_agent" || !on) return name;
  return name.startsWith("“") || proof ? `Phrase ${name}` : `Voice agent’s ${name}`;
}
