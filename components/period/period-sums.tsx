import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { PeriodDetail } from "@/lib/period/contract";
import { NetAmount, type NetOf } from "./net-amount";

const LINES: readonly { of: NetOf; label: string }[] = [
  { of: "revenue", label: "Revenue" },
  { of: "payout", label: "Payout" },
  { of: "margin", label: "Margin" },
];

export function PeriodSums({ period }: { period: PeriodDetail }) {
  const { frozen, currency } = period;
  const lines = LINES.filter(({ of }) => period[of] !== undefined);
  return (
    <Table caption="Month totals" className="max-w-xl">
      <thead>
        <tr>
          <HeaderCell>
            <span className="sr-only">Total</span>
          </HeaderCell>
          {frozen && <HeaderCell align="end">At closing</HeaderCell>}
          <HeaderCell align="end">{frozen ? "Today" : "So far"}</HeaderCell>
          {frozen && (
            <HeaderCell>
              <span className="sr-only">Comparison</span>
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
      {same ? <Status tone="positive">matches</Status> : <Status tone="negative">differs: verify the ledger</Status>}
    </Cell>
  );
}
