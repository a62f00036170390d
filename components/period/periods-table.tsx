import { RelativeTime } from "@/components/ui/relative-time";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { monthText } from "@/lib/base/month";
import type { Period } from "@/lib/period/contract";
import { NetAmount, type NetOf } from "./net-amount";
import { periodAddress } from "./period-address";
import { PeriodState } from "./period-state";

type PeriodsTableProps = { periods: readonly Period[]; currency: string; timeZone: string };

const SUMS: readonly { of: NetOf; label: string }[] = [
  { of: "revenue", label: "Revenue" },
  { of: "payout", label: "Payout" },
  { of: "margin", label: "Margin" },
];

export function PeriodsTable({ periods, currency, timeZone }: PeriodsTableProps) {
  const sums = SUMS.filter(({ of }) => periods.some((period) => period[of] !== undefined));
  return (
    <Table caption="Months, newest first">
      <thead>
        <tr>
          <HeaderCell>Month</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell align="end">Entries</HeaderCell>
          {sums.map(({ of, label }) => (
            <HeaderCell key={of} align="end" currency={currency}>
              {label}
            </HeaderCell>
          ))}
          <HeaderCell className="pl-6">Closed</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <Row key={period.month}>
            <Cell className="whitespace-nowrap font-medium">
              <TextLink href={periodAddress(period.month)} prefetch={false}>
                {monthText(period.month)}
              </TextLink>
            </Cell>
            <Cell>
              <PeriodState period={period} />
            </Cell>
            <Cell align="end">{period.entries.toLocaleString("en-US")}</Cell>
            {sums.map(({ of }) => (
              <Cell key={of} align="end" className="whitespace-nowrap">
                <NetAmount of={of} amount={period[of]} />
              </Cell>
            ))}
            <Cell className="whitespace-nowrap pl-6 text-12 text-ink-muted">
              {period.closed && (
                <>
                  {period.closed.by.name}, <RelativeTime at={period.closed.at} timeZone={timeZone} />
                </>
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
