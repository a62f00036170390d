import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { PeriodDetail } from "@/lib/period/contract";
import { NetAmount, type NetOf } from "./net-amount";

const LINES: readonly { of: NetOf; label: string }[] = [
  { of: "revenue", label: "Revenue" },
  { of: "payout", label: "Payout" },
  { of: "margin", label: "Margin" },
];

/** What the month comes to; of a closed one what it came to then, beside what the books say today. */
export function PeriodSums({ period }: { period: PeriodDetail }) {
  const { frozen, currency } = period;
  const lines = LINES.filter(({ of }) => period[of] !== undefined);
  return (
    <Table caption="What the month comes to" className="max-w-xl">
      <thead>
        <tr>
          <HeaderCell>
            <span className="sr-only">Sum</span>
          </HeaderCell>
          {frozen && <HeaderCell align="end">When it was closed</HeaderCell>}
          <HeaderCell align="end">{frozen ? "Today" : "So far"}</HeaderCell>
          {frozen && (
            <HeaderCell>
              <span className="sr-only">Compared</span>
            </HeaderCell>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ of, label }) => (
          <Row key={of}>
            <th scope="row" className="px-2 text-left font-medium">
              {label}
            </th>
            {frozen && (
              <Cell align="end">
                <NetAmount of={of} amount={frozen[of]} currency={currency} />
              </Cell>
            )}
            <Cell align="end">
              <NetAmount of={of} amount={period[of]} currency={currency} />
            </Cell>
            {frozen && <Compared same={frozen[of] === period[of]} />}
          </Row>
        ))}
        <Row>
          <th scope="row" className="px-2 text-left font-medium">
            Entries
          </th>
          {frozen && <Cell align="end">{frozen.entries.toLocaleString("en-US")}</Cell>}
          <Cell align="end">{period.entries.toLocaleString("en-US")}</Cell>
          {frozen && <Compared same={frozen.entries === period.entries} />}
        </Row>
      </tbody>
    </Table>
  );
}

function Compared({ same }: { same: boolean }) {
  return (
    <Cell className="pl-4">
      {same ? <Status tone="positive">the same</Status> : <Status tone="negative">differs: run the proof</Status>}
    </Cell>
  );
}
