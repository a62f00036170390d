import { RelativeTime } from "@/components/ui/relative-time";
import type { Evaluation } from "@/lib/evaluation/contract";
import { stepName } from "./why-decided";
import { WhySteps } from "./why-steps";

type WhyEarlierProps = { evaluations: readonly Evaluation[]; mayOpen: boolean; timeZone: string };

export function WhyEarlier({ evaluations, mayOpen, timeZone }: WhyEarlierProps) {
  if (evaluations.length === 0) return null;
  return (
    <details className="text-12">
      <summary className="w-fit rounded-sm py-1 text-ink-muted hover:text-ink">
        {evaluations.length === 1 ? "One earlier evaluation" : `${evaluations.length} earlier evaluations`}
      </summary>
      <ul className="border-l pl-3">
        {evaluations.map((evaluation) => (
          <li key={evaluation.number}>
            <details>
              <summary className="w-fit rounded-sm py-1 text-ink-muted hover:text-ink">
                <RelativeTime at={evaluation.evaluated_at} timeZone={timeZone} /> · {outcomeOf(evaluation)}
              </summary>
              <WhySteps evaluation={evaluation} mayOpen={mayOpen} />
            </details>
          </li>
        ))}
      </ul>
    </details>
  );
}

function outcomeOf({ converting, steps }: Evaluation): string {
  const step = converting === null ? undefined : steps[converting];
  if (step) return stepName(step);
  return steps.some(({ mechanism }) => mechanism === "cap") ? "stopped by a cap" : "no match";
}
