import { HeaderCell, Table } from "@/components/ui/table";
import { BillingLine } from "./billing-line";
import type { BillingRow } from "./billing-rows";
import { bracketLanes } from "./bracket-lanes";

type BillingTableProps = { rows: readonly BillingRow[]; currency: string; timeZone: string };

export function BillingTable({ rows, currency, timeZone }: BillingTableProps) {
  const parts = bracketLanes(rows);
  const showsAmounts = rows.some(({ amount }) => amount !== undefined);
  return (
    <Table caption="Entries of this call, newest first">
      <thead>
        <tr>
          <HeaderCell className="max-sm:hidden">State</HeaderCell>
          <HeaderCell>Kind</HeaderCell>
          <HeaderCell className="max-sm:hidden">Party</HeaderCell>
          {showsAmounts && <HeaderCell align="end">{currency}</HeaderCell>}
          <HeaderCell className="px-0">
            <span className="sr-only">Offset</span>
          </HeaderCell>
          <HeaderCell className="pl-3 max-sm:hidden">Rollup · period</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <BillingLine
            key={row.key}
            row={row}
            rows={rows}
            parts={parts[index] ?? []}
            showsAmounts={showsAmounts}
            timeZone={timeZone}
          />
        ))}
      </tbody>
    </Table>
  );
}
