import { Section } from "@/components/ui/section";
import type { Simulation } from "@/lib/simulation/contract";
import { DifferingCalls } from "./differing-calls";
import { SimulationTotals } from "./simulation-totals";

export function SimulationResult({ simulation }: { simulation: Simulation }) {
  const { differing, calls } = simulation;
  return (
    <div className="space-y-8">
      <Section title="Before and after">
        <SimulationTotals simulation={simulation} />
      </Section>
      <Section
        title={differing === 1 ? "1 call would stand differently" : `${differing} calls would stand differently`}
        aside={calls.length < differing && `the newest ${calls.length} of them`}
      >
        {differing === 0 ? (
          <p className="text-13 text-ink-muted">The draft decides about all of them as they stand now.</p>
        ) : (
          <DifferingCalls calls={calls} currency={simulation.currency} />
        )}
      </Section>
    </div>
  );
}
