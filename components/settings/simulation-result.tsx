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
        title={differing === 1 ? "1 call with a different result" : `${differing} calls with a different result`}
        aside={calls.length < differing && `newest ${calls.length} shown`}
      >
        {differing === 0 ? (
          <p className="text-13 text-ink-muted">These settings give every call its current result.</p>
        ) : (
          <DifferingCalls calls={calls} currency={simulation.currency} />
        )}
      </Section>
    </div>
  );
}
