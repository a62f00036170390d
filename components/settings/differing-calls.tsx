"use client";

import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Simulation } from "@/lib/simulation/contract";
import { useSettingsContext } from "./settings-context";
import { becauseOf } from "./words/because-of";

type DifferingCallsProps = { calls: Simulation["calls"]; currency: string };

export function DifferingCalls({ calls, currency }: DifferingCallsProps) {
  const { timeZone } = useSettingsContext();
  return (
    <Table caption="Calls with a different result">
      <thead>
        <tr>
          <HeaderCell>Call</HeaderCell>
          <HeaderCell>Started</HeaderCell>
          <HeaderCell currency={currency}>Current</HeaderCell>
          <HeaderCell currency={currency}>With these settings</HeaderCell>
          <HeaderCell>Reason</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ id, started_at, before, after }) => (
          <Row key={id}>
            <Cell>
              <TextLink href={`/calls/${id}`} prefetch={false} target="_blank" rel="noopener">
                {id}
              </TextLink>
            </Cell>
            <Cell className="text-ink-muted">
              <RelativeTime at={started_at} timeZone={timeZone} />
            </Cell>
            <Cell>
              <Standing {...before} />
            </Cell>
            <Cell>
              <Standing {...after} />
            </Cell>
            <Cell className={after.by === null ? "text-ink-muted" : undefined}>{becauseOf(after)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Standing({ converted, amount }: { converted: boolean; amount?: string }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <Status tone={converted ? "positive" : "neutral"}>{converted ? "converted" : "not converted"}</Status>
      {converted && amount !== undefined && <Money amount={amount} />}
    </span>
  );
}
