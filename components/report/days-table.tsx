import { shortDayText } from "@/components/ui/day-text";
import { Money } from "@/components/ui/money";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { BillingDay } from "@/lib/report/contract";
import { homeAddress } from "./home-address";

const COLUMNS = [
  { name: "revenue", label: "Revenue" },
  { name: "payout", label: "Payout" },
  { name: "margin", label: "Margin" },
] as const;

export function DaysTable({ days, currency }: { days: readonly BillingDay[]; currency: string }) {
  const columns = COLUMNS.filter(({ name }) => days.some((day) => day[name] !== undefined));
  return (
    <details className="mt-2 text-13">
      <summary className="rounded-sm text-accent">Show as a table</summary>
      <Table caption={`Days in ${currency}, newest first`} className="mt-2 max-w-120">
        <thead>
          <tr>
            <HeaderCell>Day</HeaderCell>
            {columns.map(({ name, label }) => (
              <HeaderCell key={name} align="end">
                {label} {currency}
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <Row key={day.day}>
              <Cell className="whitespace-nowrap">
                <TextLink href={homeAddress({ day: day.day })} prefetch={false}>
                  {shortDayText(day.day)}
                </TextLink>
              </Cell>
              {columns.map(({ name }) => (
                <Cell key={name} align="end">
                  <Money amount={day[name] ?? ""} />
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
