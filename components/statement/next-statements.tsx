import { shortDayText } from "@/components/ui/day-text";
import { Money } from "@/components/ui/money";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { DueStatement } from "@/lib/statement/contract/statement";

export function NextStatements({ next, currency }: { next: readonly DueStatement[]; currency: string }) {
  if (next.length === 0) return null;
  return (
    <Section title="Upcoming" className="mb-8">
      <Table caption="Upcoming statements">
        <thead>
          <tr>
            <HeaderCell>Cycle</HeaderCell>
            <HeaderCell align="end" className="max-sm:hidden">
              Entries so far
            </HeaderCell>
            <HeaderCell align="end" currency={currency}>
              Billed
            </HeaderCell>
            <HeaderCell align="end" className="max-sm:hidden">
              Closing balance
            </HeaderCell>
            <HeaderCell className="sm:pl-6">State</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {next.map(({ cycle_start, cycle_end, entries, billed = "", closing = "", ended, period_open }) => (
            <Row key={cycle_end}>
              <Cell className="sm:whitespace-nowrap">
                {shortDayText(cycle_start)} – {shortDayText(cycle_end)}
              </Cell>
              <Cell align="end" className="max-sm:hidden">
                {entries}
              </Cell>
              <Cell align="end">
                <Money amount={billed} />
                <span className="block whitespace-nowrap text-12 text-ink-muted sm:hidden">
                  closing <Money amount={closing} />
                </span>
              </Cell>
              <Cell align="end" className="max-sm:hidden">
                <Money amount={closing} />
              </Cell>
              <Cell className="sm:pl-6">
                {ended ? (
                  <Status tone="pending" className="max-sm:whitespace-normal">
                    {period_open ? "can be issued; month still open" : "can be issued"}
                  </Status>
                ) : (
                  <Status tone="neutral">in progress</Status>
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
