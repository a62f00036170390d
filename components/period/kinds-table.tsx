import { kindText } from "@/components/ledger/kind-text";
import { FOLDED, WIDE } from "@/components/ui/fold";
import { Money } from "@/components/ui/money";
import { Cell, HeaderCell, Row, Table } from "@/components/ui/table";
import type { KindTotal } from "@/lib/period/contract";

const ACCOUNTS: Readonly<Record<string, string>> = {
  revenue: "Revenue",
  traffic_cost: "Traffic cost",
  cash_clearing: "Cash clearing",
  adjustments: "Adjustments",
  bad_debt: "Bad debt",
  opening_balances: "Opening balances",
  tax: "Tax",
};

export function KindsTable({ kinds, currency }: { kinds: readonly KindTotal[]; currency: string }) {
  if (kinds.length === 0) return <p className="text-13 text-ink-muted">No entries in this month.</p>;
  return (
    <Table caption="Entries by account and kind" className="max-w-2xl">
      <thead>
        <tr>
          <HeaderCell>Account</HeaderCell>
          <HeaderCell>Kind</HeaderCell>
          <HeaderCell align="end" className={WIDE}>
            Entries
          </HeaderCell>
          <HeaderCell align="end" currency={currency}>
            Debit
          </HeaderCell>
          <HeaderCell align="end" currency={currency}>
            Credit
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ account, kind, entries, debit, credit }) => (
          <Row key={`${account} ${kind}`}>
            <Cell className="whitespace-nowrap">{ACCOUNTS[account] ?? account.replaceAll("_", " ")}</Cell>
            <Cell className="whitespace-nowrap">
              {kindText(kind)}
              <span className={FOLDED}>
                {entries.toLocaleString("en-US")} {entries === 1 ? "entry" : "entries"}
              </span>
            </Cell>
            <Cell align="end" className={WIDE}>
              {entries.toLocaleString("en-US")}
            </Cell>
            <Cell align="end">{debit !== undefined && <Money amount={debit} />}</Cell>
            <Cell align="end">{credit !== undefined && <Money amount={credit} />}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
