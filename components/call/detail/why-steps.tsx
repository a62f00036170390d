import type { Evaluation } from "@/lib/evaluation/contract";
import { WhyStep } from "./why-step";

export function WhySteps({ evaluation, mayOpen }: { evaluation: Evaluation; mayOpen: boolean }) {
  const { steps, converting, settings } = evaluation;
  const isStopped = steps.some(({ mechanism }) => mechanism === "cap");
  return (
    <ol>
      {steps.map((step, position) => (
        <WhyStep
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no names of their own, and the list never moves.
          key={position}
          step={step}
          converts={position === converting}
          stopped={isStopped}
          settings={settings}
          mayOpen={mayOpen}
        />
      ))}
    </ol>
  );
}
