import { Money } from "@/components/ui/money";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { Simulation } from "@/lib/simulation/contract";
import { difference } from "./difference";

const COUNTS = [
  { key: "calls", label: "Calls" },
  { key: "conversions", label: "Conversions" },
] as const;
const AMOUNTS = [
  { key: "revenue", label: "Revenue" },
  { key: "payout", label: "Payout" },
  { key: "margin", label: "Margin" },
] as const;

export function SimulationTotals({ simulation }: { simulation: Simulation }) {
  const { before, after, currency } = simulation;
  return (
    <Table caption="Totals before and after" className="max-w-140">
      <thead>
        <tr>
          <HeaderCell>
            <span className="sr-only">Metric</span>
          </HeaderCell>
          <HeaderCell align="end">Current</HeaderCell>
          <HeaderCell align="end">With these settings</HeaderCell>
          <HeaderCell align="end">Difference</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {COUNTS.map(({ key, label }) => (
          <Row key={key}>
            <Cell>{label}</Cell>
            <Cell align="end">{before[key].toLocaleString("en-US")}</Cell>
            <Cell align="end">{after[key].toLocaleString("en-US")}</Cell>
            <Cell align="end" className="font-medium">
              {signed(after[key] - before[key])}
            </Cell>
          </Row>
        ))}
        {AMOUNTS.map(({ key, label }) => {
          const [was, is] = [before[key], after[key]];
          if (was === undefined || is === undefined) return null;
          return (
            <Row key={key}>
              <Cell>
                {label} <span className="text-12 text-ink-muted">{currency}</span>
              </Cell>
              <Cell align="end">
                <Money amount={was} />
              </Cell>
              <Cell align="end">
                <Money amount={is} />
              </Cell>
              <Cell align="end" className="font-medium">
                <Money amount={difference(was, is)} plus />
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}

function signed(amount: number): string {
  if (amount === 0) return "0";
  return `${amount > 0 ? "+" : "−"}${Math.abs(amount).toLocaleString("en-US")}`;
}
