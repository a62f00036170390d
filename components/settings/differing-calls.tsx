"use client";

import clsx from "clsx";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { Simulation } from "@/lib/simulation/contract";
import { useSettingsContext } from "./settings-context";
import { becauseOf } from "./words/because-of";

type DifferingCallsProps = { calls: Simulation["calls"]; currency: string };

/** On a phone the start moves under the call, the reason under the result. */
export function DifferingCalls({ calls, currency }: DifferingCallsProps) {
  const { timeZone } = useSettingsContext();
  return (
    <Table caption="Calls with a different result">
      <thead>
        <tr>
          <HeaderCell>Call</HeaderCell>
          <HeaderCell className={WIDE}>Started</HeaderCell>
          <HeaderCell currency={currency}>Current</HeaderCell>
          <HeaderCell currency={currency}>With these settings</HeaderCell>
          <HeaderCell className={WIDE}>Reason</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ id, started_at, before, after }) => (
          <Row key={id}>
            <Cell>
              <TextLink href={`/calls/${id}`} prefetch={false} target="_blank" rel="noopener">
                {id}
              </TextLink>
              <span className={FOLDED}>
                <RelativeTime at={started_at} timeZone={timeZone} />
              </span>
            </Cell>
            <Cell className={clsx("text-ink-muted", WIDE)}>
              <RelativeTime at={started_at} timeZone={timeZone} />
            </Cell>
            <Cell>
              <Standing {...before} />
            </Cell>
            <Cell>
              <Standing {...after} />
              <span className={FOLDED}>{becauseOf(after)}</span>
            </Cell>
            <Cell className={clsx(after.by === null && "text-ink-muted", WIDE)}>{becauseOf(after)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Standing({ converted, amount }: { converted: boolean; amount?: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 sm:whitespace-nowrap">
      <Status tone={converted ? "positive" : "neutral"}>{converted ? "converted" : "not converted"}</Status>
      {converted && amount !== undefined && <Money amount={amount} />}
    </span>
  );
}
